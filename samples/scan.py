"""Page images of a sample, as a scanner makes them: grey, a little askew, speckled."""

from __future__ import annotations

import random
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

DPI = 170
GREYS = 6


def scan(pdf: Path, folder: Path) -> list[Path]:
    """Write NAME-1.png, NAME-2.png … and NAME.scan.pdf, which holds nothing but the images, in black and white."""
    dice = random.Random(pdf.stem)
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", str(pdf), f"{work}/page"], check=True)
        pages = [_worn(Image.open(path), dice) for path in sorted(Path(work).glob("page*"))]
    paths = []
    for number, page in enumerate(pages, 1):
        path = folder / f"{pdf.stem}-{number}.png"
        page.save(path, optimize=True, dpi=(DPI, DPI))
        paths.append(path)
    black = [page.convert("L").point(lambda grey: 255 * (grey > 150)).convert("1") for page in pages]
    black[0].save(folder / f"{pdf.stem}.scan.pdf", save_all=True, append_images=black[1:], resolution=DPI)
    return paths


def _worn(page: Image.Image, dice: random.Random) -> Image.Image:
    page = page.convert("L").rotate(dice.uniform(-0.5, 0.5), resample=Image.Resampling.BICUBIC, fillcolor=255)
    pixels = page.load()
    for _ in range(1500):
        pixels[dice.randrange(page.width), dice.randrange(page.height)] = dice.randrange(60, 200)
    return page.quantize(GREYS)
