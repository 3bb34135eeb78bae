"""What the app agencies keeps."""
