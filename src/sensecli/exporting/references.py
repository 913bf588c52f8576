"""Marks like `[@weick]` in a text -> numbers, and the list of what they stand for."""

import re

_REFERENCES = {
    "weick": "Weick, K. E. (1995). *Sensemaking in Organizations*. Sage.",
    "wilson": "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical"
    " inference. *Journal of the American Statistical Association* 22(158), 209-212.",
    "brown": "Brown, L. D., Cai, T. T. & DasGupta, A. (2001). Interval estimation for a binomial"
    " proportion. *Statistical Science* 16(2), 101-133.",
    "encoder": "Reimers, N. & Gurevych, I. (2019). Sentence-BERT: Sentence embeddings using"
    " Siamese BERT-networks. *Proceedings of EMNLP-IJCNLP 2019*, 3982-3992.",
    "coverage": "Guest, G., Namey, E. & Chen, M. (2020). A simple method to assess and report"
    " thematic saturation in qualitative research. *PLOS ONE* 15(5), e0232076.",
    "kappa": "Cohen, J. (1960). A coefficient of agreement for nominal scales. *Educational and"
    " Psychological Measurement* 20(1), 37-46.",
    "alpha": "Krippendorff, K. (2004). *Content Analysis: An Introduction to Its Methodology*,"
    " 2nd ed. Sage.",
    "ac1": "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence"
    " of high agreement. *British Journal of Mathematical and Statistical Psychology* 61, 29-48.",
    "ppi": "Angelopoulos, A. N., Bates, S., Fannjiang, C., Jordan, M. I. & Zrnic, T. (2023)."
    " Prediction-powered inference. *Science* 382, 669-674.",
    "coders": "O'Connor, C. & Joffe, H. (2020). Intercoder reliability in qualitative research:"
    " Debates and practical guidelines. *International Journal of Qualitative Methods* 19.",
}
_KEY = f"@(?:{'|'.join(_REFERENCES)})"
_MARK = re.compile(rf"\[{_KEY}(?:; {_KEY})*\]")


def numbered(text: str) -> tuple[str, str]:
    """The text with numbers for its marks, in the order cited, and the references as a list."""
    order: dict[str, int] = {}

    def number(found: re.Match[str]) -> str:
        keys = found[0].strip("[]").replace("@", "").split("; ")
        return f"[{', '.join(str(order.setdefault(key, len(order) + 1)) for key in keys)}]"

    written = _MARK.sub(number, text)
    return written, "\n".join(f"{n}. {_REFERENCES[key]}" for key, n in order.items())
