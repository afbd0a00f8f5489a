"""What makes and checks files of the repository; none of it runs with the page."""
