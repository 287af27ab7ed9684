# SPDX-License-Identifier: BSL-1.0
"""docs/reference.md, made from the headers: each public name in a line, with the first sentence that is said of it.

    python3 tests/house/reference.py      writes it; a test fails where it isn't as the headers are

What it reads is C++ as this project writes it, by the habits that .clang-format enforces: a body's brace has a blank before it,
that of an initialiser has none.
"""
import re
import sys

import house

FLOORS = [("", "Below the floors", "errors, results, formatting"), ("time", "Time", "nothing of diplomacy"),
          ("model", "Model", "events, parties, venues, reports; the dossier"),
          ("knowledge", "Knowledge", "which statement stands on a day"),
          ("chronology", "Chronology", "limits, contradictions, the order"),
          ("timeline", "Timeline", "the compiled view, and queries"),
          ("io", "Files", "target `sinedie::io`")]

INTRODUCTION = """# Reference

Every public name in a line, made from the headers, which say more. What is in namespace `sinedie::detail` is nobody's business.
A member stands below its class; `const`, `noexcept` and what only helps the compiler are left out. Comparison with `==` and
printing to streams go unmentioned.
"""


LITERAL = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'')


class Name:
    """A declaration: its text, what is said of it, and what it holds."""

    def __init__(self, kind, text, doc):
        self.kind, self.text, self.doc, self.members = kind, text, doc, []


def sentence(doc):
    """The first sentence of a comment."""
    text = " ".join(doc).strip()
    found = re.match(r"(.+?[.!?…])(?=\s+[A-Z`(«\"]|\s*$)", text)
    text = (found.group(1) if found else text).rstrip(":;")
    return text


def without_preprocessor(text):
    return re.sub(r"(?m)^[ \t]*#(?:.*\\\n)*.*$", "", text)


def past_braces(text, at):
    """Behind the brace that closes the one at `at`; strings, characters and comments may hold others."""
    depth = 0
    while at < len(text):
        skip = re.compile(r'/\*[\s\S]*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'').match(text, at)
        if skip and not (text[at] == "'" and text[at - 1].isalnum()):
            at = skip.end()
            continue
        depth += (text[at] == "{") - (text[at] == "}")
        at += 1
        if depth == 0:
            return at
    return at


def declared(text):
    """What a reader wants to see of a declaration."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\[\[[^\]]*\]\] ?", "", text)
    text = re.sub(r" requires\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", "", text)
    text = re.sub(r"\b(?:SINEDIE_INLINE|SINEDIE_VISIBLE|inline|constexpr|static_assert|explicit|noexcept|mutable|virtual)\b ?(?!\()", "", text)
    return text.replace("( ", "(").replace(" )", ")").strip()


def head_of(text):
    """Of a function, all before the list that initialises its members; of a variable, all before its value."""
    depth, angle = 0, 0
    for at, c in enumerate(text):
        if c in "([":
            depth += 1
        elif c in ")]":
            depth -= 1
        elif depth == 0 and c == "<" and not text[:at].endswith("operator") and text[at - 1] not in "<" and "operator<" not in text[max(0, at - 9):at + 1]:
            angle += 1
        elif depth == 0 and c == ">" and angle:
            angle -= 1
        elif depth == 0 and angle == 0 and c == ":" and text[at - 1] != ":" and text[at + 1:at + 2] != ":":
            return text[:at].strip()
        elif depth == 0 and angle == 0 and c == "=" and "operator" not in text[:at] and text[at - 1] not in "=<>!" and text[at + 1:at + 2] != "=":
            return text[:at].strip()
    return text.strip()


def written_out(text):
    """With macros that declare functions written out, as far as a reader wants to know; what they are is said in the header."""
    question = ("/// Of two datings; also as `certainly_\\1` and `possibly_\\1`, which are true or false.\n"
                "truth \\1(dating const& a, dating const& b, margin wider = {});\n")
    return re.sub(r"(?m)^SINEDIE_QUESTION\((\w+), .*\)$", question.replace("\\\\", "\\"), text)


def parse(text):
    """The names at the level of namespaces, as (namespace, Name)."""
    text = without_preprocessor(written_out(text))
    found, scopes = [], []  # scopes: (kind, name, Name or None, access)
    doc, decl, at, line_start = [], "", 0, True
    last, parens = None, 0

    def is_public():
        if any(k == "namespace" and n.split("::")[-1] == "detail" or k == "namespace" and "detail" in n.split("::") for k, n, _, _ in scopes):
            return False
        return all(access[0] == "public" for k, _, _, access in scopes if k == "class")

    def keep(kind, shown):
        nonlocal last
        name = Name(kind, shown, doc)
        last = None
        if not is_public():
            return name
        owner = next((n for k, _, n, _ in reversed(scopes) if k == "class"), None)
        if owner is not None:
            owner.members.append(name)
        else:
            found.append(("::".join(n for k, n, _, _ in scopes if k == "namespace"), name))
        last = name
        return name

    while at < len(text):
        rest = re.compile(r"[ \t]*///<[ ]?(.*)").match(text, at)
        if rest:
            if last is not None and not decl.strip():
                last.doc = last.doc or [rest.group(1)]
            at = rest.end()
            continue
        comment = re.compile(r"[ \t]*///(?:[ ](.*)|[ \t]*)$", re.M).match(text, at)
        if comment:
            if not decl.strip():
                doc = doc + [(comment.group(1) or "").strip()]
            at = comment.end()
            last = None
            continue
        comment = re.compile(r"[ \t]*//.*").match(text, at)
        if comment:
            at = comment.end()
            continue
        literal = LITERAL.match(text, at)
        if literal and not text[at - 1].isalnum():
            decl += literal.group(0)
            at = literal.end()
            continue
        c = text[at]
        if c == "\n":
            if not decl.strip() and text[at + 1:at + 2] == "\n":
                doc = []
            if not decl.strip() and decl:
                decl = ""
            last = last if decl.strip() == "" and text[at - 1] in ";}," else last
            decl += " " if decl else ""
            at += 1
            continue
        if c == "(":
            parens += 1
        elif c == ")":
            parens -= 1
        if parens == 0 and c == ":" and decl.strip() in ("public", "private", "protected"):
            scopes[-1][3][0] = decl.strip()
            decl, doc, at = "", [], at + 1
            continue
        if parens == 0 and c == ";":
            shown = declared(decl)
            if shown and not re.match(r"(?:friend|template <> |namespace|using namespace|static_assert|extern)", shown) and \
                    not shown.endswith("= delete") and not re.match(r"(?:class|struct|enum(?: class)?) \w+$", shown):
                keep("name", shown if shown.startswith("using") else head_of(shown))
            else:
                last = None
            decl, doc, at = "", [], at + 1
            continue
        if c == "{" and parens == 0:
            shown = declared(decl)
            scope = re.match(r"namespace ([\w:]*)$", shown)
            if scope:
                scopes.append(("namespace", scope.group(1), None, ["public"]))
                decl, doc, at = "", [], at + 1
                continue
            scope = re.match(r"(?:template <.*> )?(class|struct) ((?:\w+::)*\w+)(?: final)?(?: : [^()]*)?$", shown)
            if scope and not shown.startswith("template <>"):
                name = keep("class", re.sub(r" : .*| final$", "", re.sub(r" final :", " :", shown)))
                scopes.append(("class", scope.group(2), name, ["public" if scope.group(1) == "struct" else "private"]))
                if "::" in scope.group(2):
                    scopes[-1][3][0] = "private"
                decl, doc, at = "", [], at + 1
                continue
            end = past_braces(text, at)
            if re.match(r"enum\b", shown):
                name = keep("enum", re.sub(r" : .*", "", shown))
                inside = re.sub(r"//[^\n]*", "", text[at + 1:end - 1])
                name.members = [re.split(r"[\s=]", each.strip())[0] for each in inside.split(",") if each.strip()]
            elif text[at - 1] not in " \n" or re.search(r"=\s*$", decl):  # an initialiser
                at = end
                continue
            elif shown and not re.match(r"(?:friend|template <>|extern)", shown):
                keep("name", head_of(shown))
            else:
                last = None
            decl, doc, at = "", [], end
            if text[at:at + 1] == ";":
                at += 1
            continue
        if c == "}" and parens == 0:
            if scopes:
                scopes.pop()
            decl, doc, at = "", [], at + 1
            if text[at:at + 1] == ";":
                at += 1
            last = None
            continue
        if c not in " \t" or decl:
            decl += c
        at += 1
    return found


def about(text):
    """What a header says of itself: the block of comments that stands before its includes."""
    block = re.search(r"(?m)\A(?:(?!///).*\n)*((?:///.*\n)+)", text)
    if not block or "#include" in text[:block.start(1)]:
        return ""
    lines = [line[3:].strip() for line in block.group(1).splitlines()]
    return sentence(lines[:lines.index("")] if "" in lines else lines)


def unwanted(name, beside=()):
    """What a reader doesn't look for: operators that are what they are elsewhere, copying and moving, and the form of a member that
    serves temporaries where the other one stands beside it."""
    text = name.text
    if re.match(r"(\w+)\(\1(?: const&|&&)?(?: \w+)?\)$", text):
        return True
    if text.endswith("&&") and any(re.sub(r"&& (?=\w+\()", "& ", text)[:-1] == other.text or text[:-2] + "const&" == other.text or
                                   text.replace("T&&", "T const&", 1)[:-2] + "const&" == other.text for other in beside):
        return True
    return bool(re.search(r"\boperator(?:=|<=>|==|<<|!=)|~\w+\(|^template <typename[^>]*> (?:struct|class) std::", text))


def lines_of(name, depth=0):
    said = sentence(name.doc)
    # What only repeats its class goes unsaid.
    shown = "  " * depth + f"- `{name.text}`" + (f": {said}" if said else "")
    if name.kind == "enum":
        return [shown, "  " * (depth + 1) + "- " + ", ".join(f"`{m}`" for m in name.members)]
    members = [m for m in name.members if not unwanted(m, name.members)]
    return [shown] + [line for m in members for line in lines_of(m, depth + 1)]


def page(root):
    """The whole of docs/reference.md."""
    base = root / "include" / "sinedie"
    texts = {path.relative_to(base).as_posix(): path.read_text(encoding="utf-8") for path in sorted(base.rglob("*.hpp"))
             if not path.name.endswith("-inl.hpp")}
    inside = {header: [(space, name) for space, name in parse(text) if space.startswith("sinedie") and not unwanted(name)]
              for header, text in texts.items()}
    # What is public and stands in a detail header belongs to the header that brings it.
    abouts = {header: about(text) for header, text in texts.items()}
    for header, names in inside.items():
        if "detail/" not in header or not names:
            continue
        bringer = next((other for other, text in texts.items()
                        if "detail/" not in other and f"<sinedie/{header}>" in text), None)
        if bringer is None:
            raise SystemExit(f"{header} declares public names, and no public header includes it: {[n.text for _, n in names]}")
        inside[bringer] = names + inside[bringer]
        if header.endswith("_class.hpp"):
            abouts[bringer] = abouts[header]
    out = [INTRODUCTION]
    for folder, title, what in FLOORS:
        out.append(f"## {title}\n\n{what[0].upper()}{what[1:]}.\n")
        for header, names in inside.items():
            if "detail/" in header or header.rpartition("/")[0] != folder or not names:
                continue
            said = abouts[header]
            out.append(f"**`sinedie/{header}`**" + (f": {said}" if said else "") + "\n")
            for space in dict.fromkeys(space for space, _ in names):
                if space not in ("sinedie", f"sinedie::{folder}"):
                    out.append(f"in `{space}`:\n")
                out.append("\n".join(line for s, name in names if s == space for line in lines_of(name)) + "\n")
    return "\n".join(out)


if __name__ == "__main__":
    (house.ROOT / "docs" / "reference.md").write_text(page(house.ROOT), encoding="utf-8")
    sys.exit(0)
