"""Draws the pictures of the content: the picture language as code, so that its style is one (docs/picture-language.md).

`python -m script.picture_kit` writes them all to `assets/content/pictures`.
"""
