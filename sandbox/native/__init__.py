"""The sandbox made directly from Linux: namespaces, cgroups, seccomp, a minimal root."""
