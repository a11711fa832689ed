package landau;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Scanner;

/** What is to be called, as interface.txt says: kind, name, then its calls; the first one of a class makes it. */
final class Plan {
    static final class Call {
        final String name;
        final Kind[] parameters;
        final Kind returns;

        Call(String name, Kind[] parameters, Kind returns) {
            this.name = name;
            this.parameters = parameters;
            this.returns = returns;
        }

        Kind arguments() {
            return new Kind("tuple", parameters);
        }
    }

    final String kind;
    final String name;
    final String[] classes;
    final Map<String, Call> calls = new LinkedHashMap<>();

    Plan(Scanner words) {
        kind = words.next();
        name = words.next();
        classes = new String[words.nextInt()];
        for (int i = 0; i < classes.length; i++) classes[i] = words.next();
        while (words.hasNext()) {
            String called = words.next();
            Kind[] parameters = new Kind[words.nextInt()];
            for (int i = 0; i < parameters.length; i++) parameters[i] = Kind.read(words);
            calls.put(called, new Call(called, parameters, Kind.read(words)));
        }
    }

    Call call(String called) {
        Call found = calls.get(called);
        if (found == null) throw new Reader.Fault("no method " + called + " is declared");
        return found;
    }
}
