package muhafiz.stand.objects;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import muhafiz.stand.child.JavaCommand;
import muhafiz.stand.child.Ports;
import muhafiz.stand.child.Program;
import muhafiz.stand.home.Home;

/** The embedded S3 server: command line, readiness, where its keys lie. */
public final class S3Program implements Program {
    /** The bucket's name where the operator names none. */
    public static final String BUCKET = "muhafiz";

    /** The region it answers to. */
    public static final String REGION = "us-east-1";

    private static final List<String> KEYS =
            List.of("s3-access-key", "s3-secret-key", "s3-destroy-access-key", "s3-destroy-secret-key");
    private static final String HEAP = "-Xmx192m";

    private final Home home;
    private final int port;

    /** Generates the keys where they are missing. Nothing listens yet. */
    public S3Program(Home home, int port) {
        this.home = home;
        this.port = port;
        KEYS.forEach(home.secrets()::file);
    }

    @Override
    public String name() {
        return "The S3 server";
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(JavaCommand.withoutDumps());
        command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + home.folder("objects-tmp")));
        command.addAll(List.of("-cp", JavaCommand.ownClassPath(), S3Server.class.getName()));
        command.addAll(List.of(
                Integer.toString(port),
                home.folder("objects").toString(),
                BUCKET,
                home.path("secrets").toString()));
        return command;
    }

    @Override
    public Path output() {
        return home.folder("log").resolve("s3.log");
    }

    @Override
    public boolean isReady() {
        return Ports.answers(port);
    }

    @Override
    public Duration startsWithin() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Duration stopsWithin() {
        return Duration.ofSeconds(10);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }
}
