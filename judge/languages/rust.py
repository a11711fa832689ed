"""Rust: one file, the standard library. Integers wrap in silence, as in every release build."""

from __future__ import annotations

from judge.languages.language import Plan, SelfTest
from judge.languages.stdio import STDIO, StdioLanguage
from judge.problem.interface import Interface

TWICE = """\
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    let x: i64 = line.trim().parse().unwrap();
    println!("{}", x + x);
}
"""
BLANK = """\
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    todo!()
}
"""


class Rust(StdioLanguage):
    name = "rust"
    title = "Rust"
    suffixes = (".rs",)
    main = "main.rs"
    toolchain = "rust"
    version_command = ("rustc", "--version")
    build_flags = ("--edition=2021", "-O")
    editor = "rust"
    frees_at_once = True
    self_test = SelfTest(TWICE, STDIO, "21\n", "42\n")

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        return self.compiled(source, "{rustc}", *self.build_flags, "-o", "main", f"/program/{self.main}")

    def blank(self) -> str:
        return BLANK
