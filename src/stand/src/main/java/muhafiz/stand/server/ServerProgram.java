package muhafiz.stand.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import muhafiz.stand.child.JavaCommand;
import muhafiz.stand.child.Program;
import muhafiz.stand.home.Home;

/** WildFly as a child process: command line, readiness by its health checks. */
public final class ServerProgram implements Program {
    private static final Duration HEALTH_ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final Pattern SHUT = Pattern.compile("\"door\"\\s*:\\s*\"shut: ((?:[^\"\\\\]|\\\\.)*)\"");

    private final Home home;
    private final Path provisioned;
    private final List<String> jvmArguments;
    private final Map<String, String> properties;
    private final URI management;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(HEALTH_ANSWERS_WITHIN).build();
    private volatile Optional<String> refusal = Optional.empty();

    /**
     * @param provisioned the server as {@code ear} made it
     * @param jvmArguments heap and other flags, after the stand's own
     * @param properties system properties of the server
     * @param management where health checks answer
     */
    public ServerProgram(
            Home home, Path provisioned, List<String> jvmArguments, Map<String, String> properties, URI management) {
        this.home = home;
        this.provisioned = provisioned;
        this.jvmArguments = List.copyOf(jvmArguments);
        this.properties = Map.copyOf(properties);
        this.management = management;
    }

    @Override
    public String name() {
        return "The archive's server";
    }

    @Override
    public void prepare() {
        refusal = Optional.empty();
        ServerFolder.fresh(home, provisioned);
    }

    @Override
    public List<String> command() {
        Path base = home.path("server");
        Path log = home.folder("log");
        List<String> command = new ArrayList<>(JavaCommand.withoutDumps());
        command.addAll(ModularFlags.ALL);
        command.addAll(List.of(
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + base.resolve("tmp"),
                "-Dorg.jboss.boot.log.file=" + log.resolve("server.log"),
                "-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties")));
        command.addAll(jvmArguments);
        command.addAll(List.of("-jar", provisioned.resolve("jboss-modules.jar").toString()));
        command.addAll(List.of("-mp", provisioned.resolve("modules").toString(), "org.jboss.as.standalone"));
        command.add("-Djboss.home.dir=" + provisioned);
        command.add("-Djboss.server.base.dir=" + base);
        command.add("-Djboss.server.log.dir=" + log);
        command.add("--read-only-server-config=standalone.xml");
        new TreeMap<>(properties).forEach((key, value) -> command.add("-D" + key + "=" + value));
        return command;
    }

    @Override
    public Path output() {
        return home.folder("log").resolve("server-console.log");
    }

    @Override
    public boolean isReady() {
        try {
            HttpRequest question = HttpRequest.newBuilder(management.resolve("/health/ready"))
                    .timeout(HEALTH_ANSWERS_WITHIN)
                    .build();
            HttpResponse<String> health = client.send(question, BodyHandlers.ofString());
            refusal = reasonIn(health.body());
            return health.statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the archive's health says of its door, unless it is still on its way. */
    static Optional<String> reasonIn(String health) {
        return SHUT.matcher(health)
                .results()
                .map(found -> found.group(1))
                .filter(reason -> !reason.equals("starting"))
                .findFirst();
    }

    @Override
    public Optional<String> refusal() {
        return refusal;
    }

    @Override
    public Duration askAgainAfter() {
        return Duration.ofMillis(200);
    }

    @Override
    public Duration startsWithin() {
        return Duration.ofMinutes(4);
    }
}
