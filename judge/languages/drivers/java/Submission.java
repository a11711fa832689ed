package landau;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The submission's classes: found and looked at, but not initialised, so that none of their code runs. */
final class Submission {
    /** What the interface asks for is not there. */
    static final class Missing extends RuntimeException {
        Missing(String message) {
            super(message);
        }
    }

    private static final String LOADER = "submission";

    final ClassLoader loader;
    private final List<Class<?>> classes = new ArrayList<>();

    Submission(Path folder, String[] names) throws MalformedURLException, ClassNotFoundException {
        loader = new URLClassLoader(LOADER, new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        for (String name : names) classes.add(Class.forName(name, false, loader));
    }

    static boolean owns(StackTraceElement frame) {
        return LOADER.equals(frame.getClassLoaderName());
    }

    /** The method of that name, in whichever class has it; the name as the problem has it, or as Java would. */
    Method function(String name, int parameters) {
        Method other = null;
        for (Class<?> one : classes) {
            Method found = method(one, name, parameters);
            if (found != null && found.getParameterCount() == parameters) return found;
            if (other == null) other = found;
        }
        if (other == null) throw new Missing("no class has a method " + spelled(name));
        throw new Missing(other.getDeclaringClass().getName() + "." + other.getName() + " takes " + other.getParameterCount() + " parameters, not " + parameters);
    }

    Class<?> type(String name) {
        for (Class<?> one : classes) if (one.getSimpleName().equals(name)) return one;
        throw new Missing("there is no class " + name);
    }

    static Constructor<?> constructor(Class<?> type, int parameters) {
        for (Constructor<?> one : type.getDeclaredConstructors()) if (one.getParameterCount() == parameters) return open(one);
        throw new Missing(type.getName() + " has no constructor with " + parameters + " parameters");
    }

    /** One with so many parameters, else another of that name, else null. */
    static Method method(Class<?> type, String name, int parameters) {
        Method other = null;
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Method one : at.getDeclaredMethods()) {
                if (one.isBridge() || !one.getName().equals(name) && !one.getName().equals(camel(name))) continue;
                if (one.getParameterCount() == parameters) return open(one);
                other = one;
            }
        }
        return other;
    }

    static Method methodOf(Class<?> type, Plan.Call call) {
        Method found = method(type, call.name, call.parameters.length);
        if (found == null || found.getParameterCount() != call.parameters.length) {
            throw new Missing(type.getName() + " has no method " + spelled(call.name) + " with " + call.parameters.length + " parameters");
        }
        return found;
    }

    Method main() {
        for (Class<?> one : classes) {
            Method found = method(one, "main", 1);
            if (found != null && Modifier.isStatic(found.getModifiers()) && found.getParameterCount() == 1 && found.getParameterTypes()[0] == String[].class) {
                return found;
            }
        }
        throw new Missing("no class has a method public static void main(String[] args)");
    }

    private static <T extends Executable> T open(T member) {
        member.setAccessible(true);
        return member;
    }

    private static String spelled(String name) {
        return camel(name).equals(name) ? name : camel(name) + " (or " + name + ")";
    }

    /** rolling_average as rollingAverage. */
    static String camel(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean joint = name.charAt(i) == '_' && i > 0 && name.charAt(i - 1) != '_' && i + 1 < name.length() && name.charAt(i + 1) != '_';
            if (joint) i++;
            text.append(joint ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
        }
        return text.toString();
    }
}
