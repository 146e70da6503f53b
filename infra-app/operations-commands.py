#!/usr/bin/env python3
"""Prints the commands of docs/operations.md that an emulator can carry out: the blocks marked `sh emulator`.

operations-commands.py ACCOUNT REGION HEADING   the block below a heading, for this account and Region
operations-commands.py --headings               the headings that have one, so that none is forgotten
"""
import pathlib
import re
import sys

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs/operations.md"
ACCOUNT, PRODUCTION, REGION = "111122223333", "444455556666", "eu-central-1"  # as the page writes them


def blocks():
    found, heading, block = {}, "", None
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if block is not None and line == "```":
            found[heading], block = "\n".join(block) + "\n", None
        elif block is not None:
            block.append(line)
        elif line == "```sh emulator":
            if heading in found:
                sys.exit(f"{PAGE}: two marked blocks below '{heading}'")
            block = []
        elif match := re.fullmatch(r"#+ (.*)", line):
            heading = match[1]
    return found


def main(arguments):
    if arguments == ["--headings"]:
        print("\n".join(blocks()))
    elif len(arguments) == 3 and arguments[2] in blocks():
        account, region, heading = arguments
        print(blocks()[heading].replace(ACCOUNT, account).replace(PRODUCTION, account).replace(REGION, region))
    else:
        sys.exit(__doc__)


main(sys.argv[1:])
