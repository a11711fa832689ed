package landau;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gives a value the type that the submission's signature asks for: int for long, List for an array, and so on. */
final class Shape {
    /** The signature asks for a type that this value cannot have: told to the submission's author. */
    static final class Unfit extends RuntimeException {
        Unfit(String message) {
            super(message);
        }
    }

    /** The parameters of a method: what the places of a tuple of arguments are wanted as. */
    static final class Signature implements Type {
        private final Type[] places;

        Signature(Type[] places) {
            this.places = places;
        }

        Type at(int place) {
            return place < places.length ? places[place] : Object.class;
        }
    }

    private Shape() {
    }

    private static Unfit unfit(String what, Type target) {
        return new Unfit(what + " cannot be given as " + target.getTypeName());
    }

    static Type orNatural(Type target, Kind kind) {
        Class<?> raw = Kind.raw(target);
        return raw == Object.class ? kind.natural() : target;
    }

    static Object nothing(Kind kind, Type target) {
        if (Kind.raw(target).isPrimitive()) throw unfit("None (" + kind + ")", target);
        return null;
    }

    static Object whole(long value, Type target) {
        Class<?> raw = Kind.raw(target);
        if (raw.isAssignableFrom(Long.class) || raw == long.class) return value;
        if (raw == BigInteger.class) return BigInteger.valueOf(value);
        if (raw == double.class || raw == Double.class) return (double) value;
        if ((raw == int.class || raw == Integer.class) && value == (int) value) return (int) value;
        if ((raw == short.class || raw == Short.class) && value == (short) value) return (short) value;
        if ((raw == byte.class || raw == Byte.class) && value == (byte) value) return (byte) value;
        throw unfit("the number " + value, target);
    }

    static Object big(BigInteger value, Type target) {
        if (Kind.raw(target) == BigInteger.class) return value;
        throw new Reader.Fault("the number " + value + " does not fit Java's long");
    }

    static Object real(double value, Type target) {
        Class<?> raw = Kind.raw(target);
        if (raw.isAssignableFrom(Double.class) || raw == double.class) return value;
        if (raw == float.class || raw == Float.class) return (float) value;
        throw unfit("the number " + value, target);
    }

    static Object bool(boolean value, Type target) {
        Class<?> raw = Kind.raw(target);
        if (raw.isAssignableFrom(Boolean.class) || raw == boolean.class) return value;
        throw unfit("the bool " + value, target);
    }

    static Object text(String value, Type target) {
        Class<?> raw = Kind.raw(target);
        if (raw.isAssignableFrom(String.class)) return value;
        if (raw == char[].class) return value.toCharArray();
        if ((raw == char.class || raw == Character.class) && value.length() == 1) return value.charAt(0);
        throw unfit("a str", target);
    }

    /** What place i of a sequence is wanted as, where the whole is wanted as `target`, an array or a collection. */
    static Type elementOfSequence(Kind kind, int place, Type target) {
        Type element;
        if (target instanceof Signature) element = ((Signature) target).at(place);
        else element = Kind.raw(target).isArray() ? Kind.component(target) : Kind.argument(target, 0);
        if (Kind.raw(element) != Object.class) return element;
        Kind inner = kind.is("tuple") ? kind.at(place) : kind.of[0];
        return inner == null ? Object.class : Kind.boxed(inner.natural());
    }

    static Type elementOfSet(Kind kind, Type target) {
        return key(Kind.argument(target, 0), kind.of[0]);
    }

    static Type elementOfMap(Kind kind, int place, Type target) {
        Type element = Kind.argument(target, place);
        if (place == 0) return key(element, kind.of[0]);
        return Kind.raw(element) == Object.class ? Kind.boxed(kind.of[place].natural()) : element;
    }

    /** Arrays are equal to nothing but themselves: what is looked up is a List instead. */
    private static Type key(Type target, Kind kind) {
        if (Kind.raw(target) != Object.class) return target;
        Class<?> natural = Kind.boxed(kind.natural());
        return natural.isArray() ? List.class : natural;
    }

    static Object sequence(Object[] items, Type target) {
        Class<?> raw = Kind.raw(target);
        if (raw.isArray()) {
            Object array = Array.newInstance(raw.getComponentType(), items.length);
            for (int i = 0; i < items.length; i++) Array.set(array, i, items[i]);
            return array;
        }
        List<Object> list = Arrays.asList(items);
        if (raw.isAssignableFrom(ArrayList.class)) return new ArrayList<>(list);
        if (raw.isAssignableFrom(LinkedList.class)) return new LinkedList<>(list);
        if (raw == ArrayDeque.class) return new ArrayDeque<>(list);
        throw unfit("a list or a tuple", target);
    }

    static Object set(Object[] items, Type target) {
        Class<?> raw = Kind.raw(target);
        if (raw.isAssignableFrom(LinkedHashSet.class)) return new LinkedHashSet<>(Arrays.asList(items));
        if (raw.isAssignableFrom(TreeSet.class)) return new TreeSet<>(Arrays.asList(items));
        throw unfit("a set", target);
    }

    static Map<Object, Object> emptyMap(Type target) {
        Class<?> raw = Kind.raw(target);
        if (raw.isAssignableFrom(LinkedHashMap.class)) return new LinkedHashMap<>();
        if (raw.isAssignableFrom(TreeMap.class)) return new TreeMap<>();
        throw unfit("a dict", target);
    }
}
