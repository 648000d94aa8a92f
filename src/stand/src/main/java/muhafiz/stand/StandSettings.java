package muhafiz.stand;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import muhafiz.stand.child.Ports;

/**
 * How one stand runs. Made by {@link SettingsFromEnvironment} for operators and by {@link #forTests} for tests, then
 * changed by the {@code with…} verbs.
 *
 * @param home all data of this archive
 * @param roots root key store and nothing else
 * @param config the operator's folder: policy.yaml, archive.properties
 * @param server the provisioned server ({@link Checkout#server})
 * @param programs where PostgreSQL is unpacked
 * @param sandbox the parsers' class path ({@link Checkout#sandbox})
 * @param address where the archive listens
 * @param port the archive's port; management is {@link #managementPort}
 * @param runProfile whether this is {@code ./mvnw -Prun}
 * @param demo whether demo users are wanted beside an outside database or a non-loopback address
 * @param parts what is started; tests of the stand itself leave the server out
 * @param serverArguments further arguments of the server's JVM
 * @param progress takes one line for each step
 */
public record StandSettings(
        Path home,
        Path roots,
        Path config,
        Path server,
        Path programs,
        List<Path> sandbox,
        String address,
        int port,
        boolean runProfile,
        boolean demo,
        Optional<OutsideDatabase> database,
        Optional<OutsideObjects> objects,
        Set<Part> parts,
        List<String> serverArguments,
        Consumer<String> progress) {

    static final String LOOPBACK = "127.0.0.1";

    /** Everything below the given folder, on free ports, with the checkout's own server and configuration. */
    public static StandSettings forTests(Path home) {
        Checkout checkout = Checkout.find();
        return new StandSettings(
                home,
                home.resolve("roots"),
                checkout.config(),
                checkout.server(),
                checkout.programsForTests(),
                checkout.sandbox(),
                LOOPBACK,
                Ports.freePair(),
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                EnumSet.allOf(Part.class),
                List.of(),
                line -> {});
    }

    public int managementPort() {
        return port + Ports.MANAGEMENT_ABOVE;
    }

    boolean isLoopback() {
        return address.startsWith("127.") || address.equals("localhost") || address.equals("::1");
    }

    /** With another folder of policy.yaml and archive.properties. */
    public StandSettings withConfig(Path folder) {
        return with(copy -> copy.config = folder);
    }

    /**
     * With another class path of the parsers: for tests that plant a hostile one. {@link SettingsFromEnvironment} never calls it,
     * so no variable, file or key of an operator's leads here.
     */
    public StandSettings withSandbox(List<Path> classPath) {
        return with(copy -> copy.sandbox = List.copyOf(classPath));
    }

    /** With another provisioned server. */
    public StandSettings withServer(Path folder) {
        return with(copy -> copy.server = folder);
    }

    /** With these arguments of the server's JVM after the others, which they override. */
    public StandSettings withServerArguments(String... arguments) {
        return with(copy -> copy.serverArguments = List.of(arguments));
    }

    /** With these parts only. */
    public StandSettings withParts(Part first, Part... more) {
        return with(copy -> copy.parts = EnumSet.of(first, more));
    }

    /** With the root keys in another folder: those of an archive that is brought back here. */
    public StandSettings withRoots(Path folder) {
        return with(copy -> copy.roots = folder);
    }

    /** A restore drill in that folder: parts of its own, these roots, and a server that examines what came back and ends. */
    StandSettings drillIn(Path folder) {
        return with(copy -> {
            copy.home = folder;
            copy.database = Optional.empty();
            copy.objects = Optional.empty();
            copy.address = LOOPBACK;
            copy.port = Ports.freePair();
            copy.serverArguments = List.of("-Dmuhafiz.restore.drill=true");
        });
    }

    /** With another port (and the management port 1000 above it). */
    public StandSettings withPort(int other) {
        return with(copy -> copy.port = other);
    }

    /** With an outside PostgreSQL in place of the embedded one. */
    public StandSettings withDatabase(OutsideDatabase outside) {
        return with(copy -> copy.database = Optional.of(outside));
    }

    /** With demo users also beside an outside database. */
    public StandSettings withDemoUsers() {
        return with(copy -> copy.demo = true);
    }

    /** With somebody who reads the progress lines. */
    public StandSettings withProgress(Consumer<String> reader) {
        return with(copy -> copy.progress = reader);
    }

    private StandSettings with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.settled();
    }

    /** These settings while one of them changes. */
    private static final class Copy {
        private Path home;
        private Path roots;
        private Path config;
        private Path server;
        private Path programs;
        private List<Path> sandbox;
        private String address;
        private int port;
        private boolean runProfile;
        private boolean demo;
        private Optional<OutsideDatabase> database;
        private Optional<OutsideObjects> objects;
        private Set<Part> parts;
        private List<String> serverArguments;
        private Consumer<String> progress;

        private Copy(StandSettings from) {
            home = from.home;
            roots = from.roots;
            config = from.config;
            server = from.server;
            programs = from.programs;
            sandbox = from.sandbox;
            address = from.address;
            port = from.port;
            runProfile = from.runProfile;
            demo = from.demo;
            database = from.database;
            objects = from.objects;
            parts = from.parts;
            serverArguments = from.serverArguments;
            progress = from.progress;
        }

        private StandSettings settled() {
            return new StandSettings(
                    home,
                    roots,
                    config,
                    server,
                    programs,
                    sandbox,
                    address,
                    port,
                    runProfile,
                    demo,
                    database,
                    objects,
                    parts,
                    serverArguments,
                    progress);
        }
    }
}
