package landau;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;

/**
 * Calls a submission as its interface says. Arguments: the program's folder, the descriptor of the input.
 *
 * The input is decoded before the clock starts, into the types of the submission's signatures; its classes are then
 * known, but no code of them runs before the parent says go.
 */
public final class Driver {
    private static final long STACK_BYTES = 48L << 20;

    /** What is left to do after go. */
    interface Job {
        void run() throws Throwable;
    }

    private final Channel channel;
    private final Plan plan;
    private final Path folder;
    private final int input;

    private Driver(Path folder, int input) throws ReflectiveOperationException, IOException {
        this.folder = folder;
        this.input = input;
        channel = new Channel();
        String text = Files.readString(folder.resolve("driver/interface.txt"), StandardCharsets.UTF_8);
        plan = new Plan(new Scanner(text));
    }

    public static void main(String[] arguments) throws Exception {
        Driver driver = new Driver(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        // A stack deep enough for honest recursion; the name is what a plain program's first thread has.
        new Thread(null, driver::drive, "main", STACK_BYTES).start();
    }

    private void drive() {
        Job job;
        try {
            rehearse();
            job = prepare();
            System.gc(); // what decoding left behind is not the submission's to clear away
            channel.say('R', new byte[0], 0);
            if (channel.heard() != 'G') Runtime.getRuntime().halt(1);
        } catch (Throwable error) {
            channel.finish('F', error.toString());
            return;
        }
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            error.printStackTrace();
            if (error instanceof OutOfMemoryError) channel.fail(error);
        });
        try {
            job.run();
        } catch (InvocationTargetException error) {
            failed(error.getCause());
        } catch (ExceptionInInitializerError error) {
            failed(error.getCause() == null ? error : error.getCause());
        } catch (Throwable error) {
            failed(error);
        }
    }

    private void failed(Throwable error) {
        if (plan.kind.equals("stdio") && !(error instanceof OutOfMemoryError)) System.err.println(Channel.explained(error));
        channel.fail(error);
    }

    /** So that no class of the driver is loaded on the submission's time. */
    private static void rehearse() {
        Kind texts = new Kind("optional", new Kind("list", new Kind("tuple", new Kind("str"), new Kind("int"), new Kind("float"))));
        Writer out = new Writer();
        Object[] row = {"x", 1L, 1.5};
        out.value(texts, new Object[] {row, row, row, row});
        Channel.explained(new IllegalStateException("rehearsal"));
    }

    /** The submission is looked at and the input decoded; what is wrong with the submission is told after go. */
    private Job prepare() throws IOException, ReflectiveOperationException {
        try {
            Submission found = new Submission(folder.resolve("classes"), plan.classes);
            Thread.currentThread().setContextClassLoader(found.loader);
            switch (plan.kind) {
                case "function": return function(found);
                case "class": return script(found);
                default: return program(found);
            }
        } catch (Shape.Unfit | Submission.Missing | LinkageError | TypeNotPresentException error) {
            return () -> {
                throw error;
            };
        }
    }

    private Reader reader() throws ReflectiveOperationException, IOException {
        return new Reader(Channel.input(input));
    }

    private Job function(Submission found) throws ReflectiveOperationException, IOException {
        Plan.Call call = plan.call(plan.name);
        Method method = found.function(call.name, call.parameters.length);
        Constructor<?> made = Modifier.isStatic(method.getModifiers()) ? null : Submission.constructor(method.getDeclaringClass(), 0);
        Object[] values = (Object[]) reader().value(call.arguments(), new Shape.Signature(method.getGenericParameterTypes()));
        return () -> {
            Object holder = made == null ? null : made.newInstance();
            Writer answer = new Writer();
            answer.value(call.returns, method.invoke(holder, values));
            channel.finish('A', answer.array(), answer.size());
        };
    }

    private Job script(Submission found) throws ReflectiveOperationException, IOException {
        Class<?> type = found.type(plan.name);
        Constructor<?> made = Submission.constructor(type, plan.call(plan.name).parameters.length);
        List<Steps.Step> steps = new Steps(plan, type, made).read(reader());
        return () -> {
            Writer answer = new Writer();
            answer.header('l', steps.size());
            Object instance = made.newInstance(steps.get(0).values);
            answer.value(Kind.NONE, null);
            for (Steps.Step step : steps.subList(1, steps.size())) {
                answer.value(step.call.returns, step.method.invoke(instance, step.values)); // at once: later changes do not count
            }
            channel.finish('A', answer.array(), answer.size());
        };
    }

    private Job program(Submission found) {
        Method method = found.main();
        return () -> {
            method.invoke(null, (Object) new String[0]);
            System.out.flush();
        };
    }
}
