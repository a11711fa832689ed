package landau;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls of one object, in their order; the first makes it. */
final class Steps {
    static final class Step {
        final Plan.Call call;
        final Method method; // null for the constructor
        final Object[] values;

        Step(Plan.Call call, Method method, Object[] values) {
            this.call = call;
            this.method = method;
            this.values = values;
        }
    }

    private final Plan plan;
    private final Map<String, Method> methods = new HashMap<>();
    private final Map<String, Shape.Signature> signatures = new HashMap<>();

    Steps(Plan plan, Class<?> type, Constructor<?> made) {
        this.plan = plan;
        for (Plan.Call call : plan.calls.values()) {
            Executable called = made;
            if (!call.name.equals(plan.name)) methods.put(call.name, Submission.methodOf(type, call));
            if (!call.name.equals(plan.name)) called = methods.get(call.name);
            signatures.put(call.name, new Shape.Signature(called.getGenericParameterTypes()));
        }
    }

    List<Step> read(Reader reader) {
        char tag = reader.tag();
        List<Step> steps = tag == 'R' ? columns(reader) : listed(tag, reader);
        if (steps.isEmpty()) throw new Reader.Fault("no steps");
        return steps;
    }

    private List<Step> listed(char tag, Reader reader) {
        if (tag != 'l') throw new Reader.Fault("the input of a class is a list of (method, arguments)");
        int count = reader.count(1);
        List<Step> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (reader.tag() != 't' || reader.count(1) != 2) throw new Reader.Fault("a step is (method, arguments)");
            String name = (String) reader.value(Kind.STR, String.class);
            steps.add(step(name, reader.value(plan.call(name).arguments(), signatures.get(name))));
        }
        return steps;
    }

    private List<Step> columns(Reader reader) {
        if (reader.count(1) != 2) throw new Reader.Fault("a step is (method, arguments)");
        Object[] names = reader.items(reader.tag(), i -> Kind.STR, i -> String.class);
        Object[] values = reader.items(reader.tag(), i -> plan.call((String) names[i]).arguments(), i -> signatures.get(names[i]));
        List<Step> steps = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) steps.add(step((String) names[i], values[i]));
        return steps;
    }

    private Step step(String name, Object values) {
        return new Step(plan.call(name), methods.get(name), (Object[]) values);
    }
}
