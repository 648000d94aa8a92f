package muhafiz.itest.inside;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.stand.Checkout;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.child.Ports;
import muhafiz.stand.home.PrivateFiles;

/**
 * A server for Arquillian to manage: the provisioned one by links, with a base folder of its own that deploys nothing
 * yet, told as the stand tells its own where everything is.
 */
final class ManagedServer implements AutoCloseable {
    private static final List<String> LINKED = List.of("modules", "jboss-modules.jar", ".installation");

    private final Stand stand;
    private final Path home;
    private final Checkout checkout = Checkout.find();
    private final int port = Ports.freePair();
    private final Path memory =
            Path.of("/dev/shm/muhafiz-inside-" + ProcessHandle.current().pid());

    private ManagedServer(Stand stand) {
        this.stand = stand;
        this.home = stand.home();
    }

    static ManagedServer prepare() {
        Path home = RunningArchive.homeOf("inside");
        try {
            PrivateFiles.remove(home);
            StandSettings settings = StandSettings.forTests(home).withParts(Part.DATABASE, Part.OBJECTS);
            ManagedServer server = new ManagedServer(Stand.start(settings));
            server.write();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        Path server = PrivateFiles.folder(home.resolve("wildfly"));
        for (String name : LINKED) {
            Files.createSymbolicLink(server.resolve(name), checkout.server().resolve(name));
        }
        PrivateFiles.copy(checkout.server().resolve("standalone"), server.resolve("standalone"));
        changeForArquillian(server.resolve("standalone/configuration/standalone.xml"));
        PrivateFiles.folder(home.resolve("roots"));
        PrivateFiles.folder(memory);
        System.setProperty("muhafiz.itest.server", server.toString());
        System.setProperty("muhafiz.itest.management", Integer.toString(port + Ports.MANAGEMENT_ABOVE));
        System.setProperty("muhafiz.itest.arguments", arguments());
    }

    /** Arquillian deploys the EAR itself, with the tests in it, and talks to them over JMX, which the archive shuts. */
    private static void changeForArquillian(Path configuration) throws IOException {
        String xml = Files.readString(configuration)
                .replaceAll("(?s)<deployments>.*?</deployments>", "")
                .replaceAll(
                        "(?s)(<subsystem xmlns=\"urn:jboss:domain:jmx:[0-9.]+\">.*?)(</subsystem>)",
                        "$1<remoting-connector/>$2");
        PrivateFiles.write(configuration, xml);
    }

    private String arguments() throws IOException {
        Map<String, String> properties = new TreeMap<>();
        properties.put("jboss.http.port", Integer.toString(port));
        properties.put("jboss.management.http.port", Integer.toString(port + Ports.MANAGEMENT_ABOVE));
        properties.put("muhafiz.home", home.toString());
        properties.put("muhafiz.settings", settings().toString());
        properties.put("muhafiz.db.url", stand.appDatabase().url());
        properties.put("muhafiz.db.user", stand.appDatabase().user());
        properties.put("org.postgresql.pgpassfile", passwords().toString());
        return properties.entrySet().stream()
                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                .collect(Collectors.joining(" ", "-Xmx512m ", ""));
    }

    private Path passwords() throws IOException {
        Path file = home.resolve("run/pgpass");
        PrivateFiles.write(
                file,
                "*:*:*:" + stand.appDatabase().user() + ":"
                        + stand.appDatabase().password() + "\n");
        return file;
    }

    private Path settings() throws IOException {
        Path secrets = home.resolve("secrets");
        Path file = home.resolve("run/settings.properties");
        PrivateFiles.write(
                file,
                String.join(
                        "\n",
                        "home=" + home,
                        "config=" + checkout.config(),
                        "roots=" + home.resolve("roots"),
                        "run.profile=true",
                        "sandbox.memory=" + memory,
                        "sandbox.java=" + System.getProperty("java.home"),
                        "sandbox.classpath="
                                + checkout.sandbox().stream()
                                        .map(Path::toString)
                                        .collect(Collectors.joining(File.pathSeparator)),
                        "s3.endpoint=" + stand.objects(),
                        "s3.region=us-east-1",
                        "s3.bucket=muhafiz",
                        "s3.access-key-file=" + secrets.resolve("s3-access-key"),
                        "s3.secret-key-file=" + secrets.resolve("s3-secret-key"),
                        "s3.destroy-access-key-file=" + secrets.resolve("s3-destroy-access-key"),
                        "s3.destroy-secret-key-file=" + secrets.resolve("s3-destroy-secret-key"),
                        ""));
        return file;
    }

    @Override
    public void close() {
        stand.close();
        try {
            PrivateFiles.remove(memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
