"""Pictures and papers: codes to scan, the year's report, proof of attendance. Pure: values in, bytes out."""

from bot.pictures.codes import code_picture
from bot.pictures.proof import Proof, proof_paper
from bot.pictures.reports import report_picture
from bot.pictures.tables import table_file

__all__ = ["Proof", "code_picture", "proof_paper", "report_picture", "table_file"]
