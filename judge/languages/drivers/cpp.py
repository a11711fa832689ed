"""The C++ around a submission: which files are compiled, made for one interface.

Two programs are built, apart from each other:

    main          driver.cpp, with driver.hpp and interface.hpp: decodes the input, says ready, waits, loads
                  solution.so, calls it, encodes the answer. No submitted text goes into it; one for all submissions
                  to an interface.
    solution.so   before.hpp (shim.hpp and interface.hpp), then solution.cpp, and at its end calls.hpp: functions of
                  fixed names that call the submission with the declared types.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from string import Template

from judge.languages.drivers.cpp_types import descriptor, listed, signature
from judge.languages.types import parse_type
from judge.problem.interface import ClassInterface, FunctionInterface, Parameter

SOLUTION = "solution.cpp"
_SOLUTION_CLASS = "Solution"  # a habit from elsewhere: the function may be its method
_FOLDER = Path(__file__).with_suffix("")
# Keywords that competitors redefine; the text after the submission needs them to mean what they mean.
_WORDS = """
    auto bool class const constexpr decltype double float int long namespace operator return static struct template
    using void
"""
_UNDEFINE = "".join(f"#undef {word}\n" for word in _WORDS.split())


_WIRE = ("bytes", "wire")
_DRIVER = (*_WIRE, "arena", "protocol", "jobs", "driver")
_SHIM = (*_WIRE, "numbers", "text", "arguments", "results", "shim")


@cache
def _header(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()


def _headers(names: Iterable[str]) -> dict[str, bytes]:
    return {f"{name}.hpp": _header(f"{name}.hpp") for name in names}


def driver_files(interface: FunctionInterface | ClassInterface) -> dict[str, bytes]:
    """What ``main`` is compiled of; the translation unit is driver.cpp."""
    return {
        **_headers(_DRIVER),
        "interface.hpp": _interface(interface).encode(),
        "driver.cpp": _driver(interface).encode(),
    }


def solution_files(source: str, interface: FunctionInterface | ClassInterface) -> dict[str, bytes]:
    """What ``solution.so`` is compiled of; the translation unit is solution.cpp."""
    calls = _function_calls(interface) if isinstance(interface, FunctionInterface) else _class_calls(interface)
    return {
        **_headers(_SHIM),
        "interface.hpp": _interface(interface).encode(),
        "before.hpp": _BEFORE.encode(),
        SOLUTION: source.encode("utf-8", "surrogatepass") + _AFTER.encode(),
        "calls.hpp": (_HEAD + calls).encode(),
    }


def solution_flags(folder: str) -> tuple[str, ...]:
    """How the compiler is told to make a shared object of the files in `folder`: only what the driver looks up is seen
    from outside, and what is missing is missed now."""
    before = ("-include", "bits/stdc++.h", "-include", f"{folder}/before.hpp", "-fmax-errors=16")
    return (*before, "-fPIC", "-shared", "-fvisibility=hidden", "-Wl,-z,defs")


def _arguments(parameters: Iterable[Parameter]) -> str:
    return f"Tuple<{', '.join(descriptor(parse_type(one.type)) for one in parameters)}>"


def _interface(interface: FunctionInterface | ClassInterface) -> str:
    """The types of the interface, on which driver and shim agree."""
    lines = ["#pragma once", '#include "wire.hpp"', "namespace landau {"]
    if isinstance(interface, FunctionInterface):
        lines.append(f"using Arguments = {_arguments(interface.parameters)};")
        lines.append(f"using Result = {descriptor(parse_type(interface.returns))};")
    else:
        lines.append(f"using Constructor = {_arguments(interface.constructor)};")
        for i, method in enumerate(interface.methods):
            lines.append(f"using Arguments{i} = {_arguments(method.parameters)};")
            lines.append(f"using Result{i} = {descriptor(parse_type(method.returns))};")
    return "\n".join([*lines, "}", ""])


def _driver(interface: FunctionInterface | ClassInterface) -> str:
    if isinstance(interface, FunctionInterface):
        job = ["landau::Function<landau::Arguments, landau::Result> job;"]
    else:
        job = [f'landau::Script<landau::Constructor> job("{interface.name}");']
        for i, method in enumerate(interface.methods):
            job.append(f'job.method<landau::Arguments{i}, landau::Result{i}>("{method.name}");')
    body = "\n".join("    " + line for line in [*job, "return landau::drive(job, argc, argv);"])
    return f'#include "driver.hpp"\n#include "interface.hpp"\n\nint main(int argc, char **argv) {{\n{body}\n}}\n'


_BEFORE = '#include "shim.hpp"\n#include "interface.hpp"\n'
# The first line's end may be escaped. A submission that keeps the second one out only keeps itself from being called.
_AFTER = '\n\n#include "calls.hpp"\n'
_HEAD = f"""\
namespace landau {{}}  // {SOLUTION} has ended: where an error is reported here, it lacks a brace or a semicolon
{_UNDEFINE}\
#define LANDAU_EXPORT extern "C" __attribute__((visibility("default")))
"""

# ::NAME is the submission's where it defines one, else the one of landau_missing.
_FREE = Template("""\
namespace landau_missing {
template <class... landau_A> landau::NotDefined $name(landau_A &&...);
}
using namespace landau_missing;

struct landau_free {
    template <class landau_S> static auto parameters(landau_S landau_s) -> decltype(landau_s.of(&::$name));
    template <class... landau_A>
    auto operator()(landau_A &&...landau_a) const -> decltype(::$name(static_cast<landau_A &&>(landau_a)...)) {
        return ::$name(static_cast<landau_A &&>(landau_a)...);
    }
};
struct landau_direct {
    template <class... landau_A> static void run(landau_A &...landau_a) { ::$name(landau_a...); }
};
""")
_CLASS = Template("""\
namespace landau_missing {
struct $name : landau::NotDefined {};
}
using namespace landau_missing;
constexpr bool landau_missed = std::is_base_of_v<landau::NotDefined, ::$name>;
""")
_METHOD = Template("""\
struct landau_calls_$name {
    template <class landau_S, class landau_C = ::$owner>
    static auto parameters(landau_S landau_s) -> decltype(landau_s.of(&landau_C::$name));
    ::$owner &landau_instance;
    template <class landau_C = ::$owner, class... landau_A>
    auto operator()(landau_A &&...landau_a) const
        -> decltype(static_cast<landau_C &>(landau_instance).$name(static_cast<landau_A &&>(landau_a)...)) {
        return static_cast<landau_C &>(landau_instance).$name(static_cast<landau_A &&>(landau_a)...);
    }
};
struct landau_direct_$name {
    template <class landau_C, class... landau_A> static void run(landau_C &landau_instance, landau_A &...landau_a) {
        landau_instance.$name(landau_a...);
    }
};
""")
_CALL_FUNCTION = Template("""\
using landau_either = $either;
constexpr bool landau_fits = landau_either::fits<landau::Result, landau::Arguments>();
static_assert(landau_fits, "$wanted");
LANDAU_EXPORT void landau_function(void *landau_arguments, void *landau_result) {
    landau::explain<landau_fits, landau_direct, landau::Arguments>(landau_arguments);
    landau_either::call<landau::Result, landau::Arguments>(landau_arguments, landau_result);
}
""")
_CALL_CONSTRUCTOR = Template("""\
static_assert(!landau_missed, "$file defines no class $name");
static_assert(landau_missed || landau::makes<::$name, landau::Constructor>(), "$wanted");
LANDAU_EXPORT void *landau_construct(void *landau_arguments) {
    return landau::make<::$name, landau::Constructor>(landau_arguments);
}
""")
_CALL_METHOD = Template("""\
using landau_arguments_$number = landau::Arguments$number;
using landau_result_$number = landau::Result$number;
constexpr bool landau_fits_$number =
    landau::fits<landau_calls_$name, landau_result_$number, landau_arguments_$number>();
static_assert(landau_missed || landau_fits_$number, "$wanted");
LANDAU_EXPORT void landau_method_$number(void *landau_instance, void *landau_arguments, void *landau_result) {
    constexpr auto landau_silent = landau_missed || landau_fits_$number;
    auto &landau_object = *static_cast<::$owner *>(landau_instance);
    landau_calls_$name landau_called{landau_object};
    landau::explain<landau_silent, landau_direct_$name, landau_arguments_$number>(landau_arguments, landau_object);
    landau::call<landau_result_$number, landau_arguments_$number>(landau_called, landau_arguments, landau_result);
}
""")


def _function_calls(interface: FunctionInterface) -> str:
    """Exports landau_function: the free function, or the method of a class Solution."""
    name = interface.name
    text = _FREE.substitute(name=name)
    either = "landau::Either<landau_free, landau::NotDefined, landau_free>"
    if name != _SOLUTION_CLASS:
        text += f"namespace landau_missing {{\nstruct {_SOLUTION_CLASS} {{}};\n}}\n"
        text += _METHOD.substitute(name=name, owner=_SOLUTION_CLASS)
        either = f"landau::Either<landau_free, ::{_SOLUTION_CLASS}, landau_calls_{name}>"
    wanted = f"{SOLUTION} must define: {signature(name, interface.parameters, interface.returns)}"
    return text + _CALL_FUNCTION.substitute(either=either, wanted=wanted)


def _class_calls(interface: ClassInterface) -> str:
    """Exports landau_construct, and landau_method_0 and so on in the interface's order."""
    owner = interface.name
    constructor = f"class {owner} must have a public constructor: {owner}({listed(interface.constructor)})"
    parts = [_CLASS.substitute(name=owner)]
    parts += [_METHOD.substitute(name=method.name, owner=owner) for method in interface.methods]
    parts.append(_CALL_CONSTRUCTOR.substitute(name=owner, file=SOLUTION, wanted=constructor))
    for number, method in enumerate(interface.methods):
        shape = signature(method.name, method.parameters, method.returns)
        wanted = f"class {owner} must have a public method: {shape}"
        parts.append(_CALL_METHOD.substitute(name=method.name, owner=owner, number=number, wanted=wanted))
    return "".join(parts)
