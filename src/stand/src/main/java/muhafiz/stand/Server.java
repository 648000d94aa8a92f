package muhafiz.stand;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.stand.home.Home;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.home.StartRefused;
import muhafiz.stand.objects.S3Program;
import muhafiz.stand.realm.DemoUsers;
import muhafiz.stand.realm.RealmUsers;
import muhafiz.stand.schema.Database;
import muhafiz.stand.server.Handover;
import muhafiz.stand.server.ServerProgram;
import muhafiz.stand.timestamps.TimestampProgram;

/** Puts together what the server is told: the settings file, secret files, system properties. */
final class Server {
    private final StandSettings settings;
    private final Home home;
    private final Optional<TimestampProgram> ownTimestamps;

    Server(StandSettings settings, Home home, Optional<TimestampProgram> ownTimestamps) {
        this.settings = settings;
        this.home = home;
        this.ownTimestamps = ownTimestamps;
    }

    ServerProgram program(Database app, Optional<S3Program> ownObjects) {
        makeFolders();
        Handover handover = new Handover(home)
                .with("home", home.root())
                .with("imports.folder", home.root().resolve("imports"))
                .with("config", settings.config())
                .with("roots", settings.roots())
                .with("run.profile", settings.runProfile())
                .with("accounts", String.join(" ", new RealmUsers(home).names()))
                .with("sandbox.java", System.getProperty("java.home"))
                .with("sandbox.classpath", classPath());
        sharedClasses().ifPresent(archive -> handover.with("sandbox.archive", archive));
        new MemoryFolder(home.root()).ensure().ifPresent(folder -> handover.with("sandbox.memory", folder));
        if (new DemoUsers(home).exist()) {
            // A new case of a demo officer's unit goes to that officer (API, "Start").
            handover.with("assign.RD-1", "officer").with("assign.RD-2", "officer2");
        }
        ownTimestamps.ifPresent(
                own -> handover.with("evidence.tsa.url", own.endpoint()).with("evidence.tsa.anchors", own.anchor()));
        ownObjects.ifPresent(own -> handOver(own, handover));
        settings.objects().ifPresent(outside -> handOver(outside, handover));
        Path pgpass = handover.writePasswordOf(app);
        return new ServerProgram(
                home, settings.server(), jvmArguments(), properties(app, pgpass, handover.write()), management());
    }

    private void makeFolders() {
        try {
            PrivateFiles.folder(settings.roots());
        } catch (IOException e) {
            throw new StartRefused(
                    "The folder of the root keys (MUHAFIZ_ROOTS) cannot be made: " + settings.roots(), e);
        }
        home.folder("transactions");
        home.folder("imports");
    }

    private String classPath() {
        return settings.sandbox().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** The sandbox's class data archive, which lies beside its jar where the build could make it. */
    private Optional<Path> sharedClasses() {
        return settings.sandbox().stream()
                .map(jar -> jar.resolveSibling("worker.jsa"))
                .filter(Files::exists)
                .findFirst();
    }

    private void handOver(S3Program own, Handover handover) {
        Path secrets = home.path("secrets");
        handover.with("s3.endpoint", own.endpoint())
                .with("s3.region", S3Program.REGION)
                .with("s3.bucket", S3Program.BUCKET)
                .with("s3.access-key-file", secrets.resolve("s3-access-key"))
                .with("s3.secret-key-file", secrets.resolve("s3-secret-key"))
                .with("s3.destroy-access-key-file", secrets.resolve("s3-destroy-access-key"))
                .with("s3.destroy-secret-key-file", secrets.resolve("s3-destroy-secret-key"));
    }

    private void handOver(OutsideObjects outside, Handover handover) {
        OutsideObjects.Credential destroyer = outside.destroyer().orElse(outside.intake());
        handover.with("s3.endpoint", outside.endpoint())
                .with("s3.region", outside.region())
                .with("s3.bucket", outside.bucket())
                .with(
                        "s3.access-key-file",
                        secret("outside-s3-access-key", outside.intake().id()))
                .with(
                        "s3.secret-key-file",
                        secret("outside-s3-secret-key", outside.intake().secret()))
                .with("s3.destroy-access-key-file", secret("outside-s3-destroy-access-key", destroyer.id()))
                .with("s3.destroy-secret-key-file", secret("outside-s3-destroy-secret-key", destroyer.secret()));
    }

    private Path secret(String name, String value) {
        return home.secrets().write(name, value);
    }

    private List<String> jvmArguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("-Xms64m");
        arguments.add("-Xmx" + ArchiveProperties.read(settings.config()).heap());
        arguments.addAll(settings.serverArguments());
        return arguments;
    }

    private Map<String, String> properties(Database app, Path pgpass, Path settingsFile) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("jboss.bind.address", settings.address());
        properties.put("jboss.bind.address.management", StandSettings.LOOPBACK);
        properties.put("jboss.http.port", Integer.toString(settings.port()));
        properties.put("jboss.management.http.port", Integer.toString(settings.managementPort()));
        properties.put("jboss.tx.node.id", nodeId());
        properties.put("muhafiz.home", home.root().toString());
        properties.put("muhafiz.settings", settingsFile.toString());
        properties.put("muhafiz.db.url", app.url());
        properties.put("muhafiz.db.user", app.user());
        properties.put(
                "muhafiz.db.pool.most",
                Integer.toString(ArchiveProperties.read(settings.config()).poolMost()));
        properties.put("org.postgresql.pgpassfile", pgpass.toString());
        return properties;
    }

    /** At most 23 bytes, the same at every start of this archive: transaction recovery knows its own by it. */
    private String nodeId() {
        UUID name = UUID.nameUUIDFromBytes(home.root().toString().getBytes(StandardCharsets.UTF_8));
        return "m" + Long.toHexString(name.getMostSignificantBits());
    }

    private URI management() {
        return URI.create("http://" + StandSettings.LOOPBACK + ":" + settings.managementPort());
    }
}
