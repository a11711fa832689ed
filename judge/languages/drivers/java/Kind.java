package landau;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;

/** A type as the interface declares it: int, float, str, bool, none, list, row, tuple, set, dict, optional; and its parts. */
final class Kind {
    static final Kind NONE = new Kind("none");
    static final Kind STR = new Kind("str");

    final String name;
    final Kind[] of;

    Kind(String name, Kind... of) {
        this.name = name;
        this.of = of;
    }

    /** Prefix notation: "dict int list str", "tuple 2 int float". */
    static Kind read(Scanner words) {
        String name = words.next();
        Kind[] of = new Kind[parts(name, words)];
        for (int i = 0; i < of.length; i++) of[i] = read(words);
        return new Kind(name, of);
    }

    private static int parts(String name, Scanner words) {
        switch (name) {
            case "tuple": return words.nextInt();
            case "dict": return 2;
            case "list": case "row": case "set": case "optional": return 1;
            default: return 0;
        }
    }

    boolean is(String other) {
        return name.equals(other);
    }

    boolean isScalar() {
        return is("int") || is("float") || is("str") || is("bool");
    }

    /** The kind of a value that is there. */
    Kind present() {
        return is("optional") ? of[0].present() : this;
    }

    /** The kind at a place of a tuple or a row; null where it has no such place. */
    Kind at(int place) {
        if (is("row")) return of[0];
        return is("tuple") && place < of.length ? of[place] : null;
    }

    /** The Java type that a value has where the submission does not ask for another. */
    Class<?> natural() {
        switch (name) {
            case "int": return long.class;
            case "float": return double.class;
            case "str": return String.class;
            case "bool": return boolean.class;
            case "list": case "row": return arrayOf(of[0].natural());
            case "tuple": return arrayOf(common());
            case "dict": return Map.class;
            case "set": return Set.class;
            case "optional": return boxed(of[0].natural());
            default: return Object.class;
        }
    }

    /** What all places of a tuple are in Java: one scalar type, else Object. */
    private Class<?> common() {
        if (of.length == 0 || !of[0].isScalar()) return Object.class;
        for (Kind one : of) if (!one.is(of[0].name)) return Object.class;
        return of[0].natural();
    }

    static Class<?> arrayOf(Class<?> component) {
        return Array.newInstance(component, 0).getClass();
    }

    static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0).getClass() : type;
    }

    /** The class behind a type of a signature. */
    static Class<?> raw(Type type) {
        if (type instanceof Class) return (Class<?>) type;
        if (type instanceof ParameterizedType) return raw(((ParameterizedType) type).getRawType());
        if (type instanceof GenericArrayType) return arrayOf(raw(((GenericArrayType) type).getGenericComponentType()));
        if (type instanceof Shape.Signature) return Object[].class;
        if (type instanceof WildcardType) return raw(((WildcardType) type).getUpperBounds()[0]);
        return Object.class;
    }

    /** What a generic type is of, at a place of its arguments; Object where it does not say. */
    static Type argument(Type type, int place) {
        if (!(type instanceof ParameterizedType)) return Object.class;
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        return place < arguments.length ? arguments[place] : Object.class;
    }

    /** What an array is of. */
    static Type component(Type type) {
        return type instanceof GenericArrayType ? ((GenericArrayType) type).getGenericComponentType() : raw(type).getComponentType();
    }

    /** As Python writes it. */
    @Override
    public String toString() {
        if (is("none")) return "None";
        if (is("optional")) return of[0] + " | None";
        if (is("row")) return "tuple[" + of[0] + ", ...]";
        StringBuilder text = new StringBuilder(name);
        for (int i = 0; i < of.length; i++) text.append(i == 0 ? "[" : ", ").append(of[i]);
        return of.length == 0 ? text.toString() : text.append("]").toString();
    }
}
