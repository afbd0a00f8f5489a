"""Models from elsewhere: ImageNet's through timm from the Hugging Face Hub, and one's own."""
