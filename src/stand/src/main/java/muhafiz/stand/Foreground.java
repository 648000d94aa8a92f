package muhafiz.stand;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.stand.home.StartRefused;
import muhafiz.stand.realm.DemoUsers;
import muhafiz.stand.schema.Durability;
import muhafiz.stand.schema.Migration;
import muhafiz.stand.schema.OutsideRoles;

/**
 * The command line: {@code run} (the default) until Ctrl-C, {@code migrate}, or an {@link OperatorCommands operator's command}. {@code --run-profile} says that
 * {@code ./mvnw -Prun} calls; {@code --while-parent-lives} stops the archive when the calling process goes.
 */
final class Foreground {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private final Map<String, String> environment;
    private final PrintStream out = System.out;

    Foreground(Map<String, String> environment) {
        this.environment = environment;
    }

    int run(String[] arguments) {
        if (arguments.length > 0 && OperatorCommands.knows(arguments[0])) {
            return operate(List.of(arguments));
        }
        List<String> words =
                Arrays.stream(arguments).filter(word -> !word.startsWith("--")).toList();
        List<String> options =
                Arrays.stream(arguments).filter(word -> word.startsWith("--")).toList();
        if (words.size() > 1
                || !List.of("--run-profile", "--while-parent-lives").containsAll(options)) {
            return misused();
        }
        try {
            return switch (words.isEmpty() ? "run" : words.get(0)) {
                case "run" -> serve(options);
                case "migrate" -> migrate();
                default -> misused();
            };
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            return REFUSED;
        }
    }

    private int operate(List<String> words) {
        try {
            StandSettings settings = new SettingsFromEnvironment(environment).read(false, this::say);
            return new OperatorCommands(settings, this::say).run(words) ? DONE : misused();
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            return REFUSED;
        }
    }

    private int misused() {
        System.err.println("muhafiz [run|migrate] [--run-profile] [--while-parent-lives]\n" + OperatorCommands.USAGE);
        return MISUSED;
    }

    private int serve(List<String> options) {
        StandSettings settings =
                new SettingsFromEnvironment(environment).read(options.contains("--run-profile"), this::say);
        Stand stand = Stand.hold(settings);
        Thread hook = new Thread(() -> stopInOrder(stand), "ordered stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            if (options.contains("--while-parent-lives")) {
                ProcessHandle.current().parent().ifPresent(Foreground::stopWith);
            }
            stand.bringUp();
            tell(stand, settings);
            stand.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stand.close();
        }
        return stand.hasGivenUp() ? REFUSED : DONE;
    }

    private static void stopWith(ProcessHandle caller) {
        Runnable watch = () -> {
            caller.onExit().join();
            System.exit(DONE);
        };
        Thread watcher = new Thread(watch, "watcher of the caller");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void tell(Stand stand, StandSettings settings) {
        say("Muhafiz is ready: " + stand.api());
        say("Health and metrics: " + stand.management() + "/health, " + stand.management() + "/metrics");
        DemoUsers users = stand.demoUsers();
        say(
                users.exist()
                        ? "Demo users and their passwords: " + users.file()
                        : "There are no demo users here: fill "
                                + settings.home().resolve("realm") + " or configure OIDC.");
        say("Ctrl-C stops it.");
    }

    private void stopInOrder(Stand stand) {
        if (stand.isClosed()) {
            return;
        }
        say("Stopping …");
        stand.close();
        say("Stopped.");
    }

    private int migrate() {
        Optional<OutsideDatabase> outside = new SettingsFromEnvironment(environment).database();
        if (outside.isPresent()) {
            var owner = outside.get()
                    .owner()
                    .orElseThrow(() -> new StartRefused(
                            "MUHAFIZ_DB_OWNER and MUHAFIZ_DB_OWNER_PASSWORD are not set: the owner migrates."));
            Durability.require(owner);
            OutsideRoles.ensure(owner, outside.get().app().user());
            say("The schema has version "
                    + new Migration(owner, outside.get().app().user()).run() + ".");
            return DONE;
        }
        StandSettings settings = new SettingsFromEnvironment(environment).read(false, this::say);
        Stand.start(settings.withParts(Part.DATABASE)).close();
        return DONE;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
