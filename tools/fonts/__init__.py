"""The page's fonts, made from four OFL families."""
