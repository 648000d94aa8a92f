package muhafiz.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import muhafiz.stand.backup.Backups;
import muhafiz.stand.backup.Restore;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.home.StartRefused;
import muhafiz.stand.postgresql.RestoredFolder;
import muhafiz.stand.schema.Database;
import muhafiz.store.BucketCopy;

/** An operator's commands beside {@code run}: copies of an archive, their return, and its examination. */
final class OperatorCommands {
    /** As the usage shows them. */
    static final String USAGE = """
            data-dump FOLDER        every table but the key ring's
            key-dump FOLDER         the key ring; opens nothing when it is older than the horizon
            physical-backup FOLDER  the whole database as files; counts as both dumps
            bucket-copy FOLDER      the sealed objects that are not in the folder yet
            restore --data FILE --keys FILE [--objects FOLDER]
            restore --physical FOLDER [--objects FOLDER]
            restore-drill --data FILE --keys FILE --objects FOLDER
                                    the same aside, examined and thrown away; a BCFKS holder must not be in use
            release-orphans         after a restoration: objects without a row are swept again
            load-statistics FILE    made-up cases by the official tables of a file; to try figures and load
            doctor                  what of a sample can be opened, what cannot and why""";

    private static final Set<String> FOLDER_COMMANDS =
            Set.of("data-dump", "key-dump", "physical-backup", "bucket-copy");

    private static final Set<String> OTHER_COMMANDS =
            Set.of("restore", "restore-drill", "release-orphans", "doctor", "load-statistics");

    private final StandSettings settings;
    private final Consumer<String> say;

    OperatorCommands(StandSettings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
    }

    static boolean knows(String word) {
        return FOLDER_COMMANDS.contains(word) || OTHER_COMMANDS.contains(word);
    }

    /** @return false where the words are not as the usage has them */
    boolean run(List<String> words) {
        try {
            String command = words.get(0);
            List<String> rest = words.subList(1, words.size());
            if (FOLDER_COMMANDS.contains(command)) {
                return rest.size() == 1 && copy(command, Path.of(rest.get(0)).toAbsolutePath());
            }
            return switch (command) {
                case "restore" -> restore(rest);
                case "restore-drill" -> drill(rest);
                case "load-statistics" -> rest.size() == 1 && load(Path.of(rest.get(0)));
                case "release-orphans" -> rest.isEmpty() && releaseOrphans();
                default -> rest.isEmpty() && examine();
            };
        } catch (IOException | SQLException e) {
            throw new StartRefused("It failed: " + e.getMessage(), e);
        }
    }

    private boolean copy(String command, Path folder) throws IOException, SQLException {
        PrivateFiles.folder(folder);
        try (Ground ground = Ground.of(settings)) {
            Backups backups = new Backups(ground.owner(), InstantSource.system());
            switch (command) {
                case "data-dump" -> say.accept("Written: " + backups.data(folder));
                case "key-dump" -> say.accept("Written: " + backups.keys(folder, horizon()));
                case "bucket-copy" ->
                    say.accept("Copied: " + backups.objects(ground.keeping(), ground.listing(), folder) + " objects.");
                default -> say.accept("Written: " + backups.physical(superuser(ground), dataFolder(), folder));
            }
        }
        return true;
    }

    private Database superuser(Ground ground) {
        return ground.superuser()
                .orElseThrow(
                        () -> new StartRefused(
                                "The database is outside: its own tools make its physical backup (pg_basebackup). It counts as a key dump."));
    }

    private int horizon() {
        return ArchiveProperties.read(settings.config()).horizon();
    }

    private Path dataFolder() {
        return settings.home().resolve("postgresql/data");
    }

    private boolean restore(List<String> words) throws IOException, SQLException {
        Map<String, Path> given = options(words);
        if (given.keySet().equals(Set.of("--data", "--keys"))
                || given.keySet().equals(Set.of("--data", "--keys", "--objects"))) {
            bringBack(given, false);
            return restored();
        }
        if (given.containsKey("--physical") && Set.of("--physical", "--objects").containsAll(given.keySet())) {
            RestoredFolder.put(named(given, "--physical"), settings.home(), settings.programs());
            bringBack(given, true);
            return restored();
        }
        return false;
    }

    private boolean restored() {
        say.accept(
                "Restored. Start the archive with the holders of the roots it had (MUHAFIZ_ROOTS): before its door opens it"
                        + " applies what was forgotten since, and rotates.");
        return true;
    }

    private static Path named(Map<String, Path> given, String option) {
        return Objects.requireNonNull(given.get(option), option);
    }

    private static Map<String, Path> options(List<String> words) {
        Map<String, Path> options = new TreeMap<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            options.put(words.get(i), Path.of(words.get(i + 1)).toAbsolutePath());
        }
        options.values().stream()
                .filter(path -> !Files.exists(path))
                .findFirst()
                .ifPresent(missing -> {
                    throw new StartRefused("There is no " + missing + ".");
                });
        return words.size() % 2 == 0 ? options : Map.of();
    }

    /** Into the home of these settings. */
    void bringBack(Map<String, Path> given, boolean physical) throws IOException, SQLException {
        try (Ground ground = Ground.of(settings)) {
            Restore restore = new Restore(ground.owner());
            if (physical) {
                restore.markPhysical();
            } else {
                restore.dumps(named(given, "--data"), named(given, "--keys"));
            }
            if (given.containsKey("--objects")) {
                try (BucketCopy copy = new BucketCopy(ground.keeping(), ground.listing())) {
                    say.accept("Put back: " + copy.up(named(given, "--objects")) + " objects.");
                }
            }
        }
    }

    private boolean drill(List<String> words) throws IOException, SQLException {
        Map<String, Path> given = options(words);
        if (!given.keySet().equals(Set.of("--data", "--keys", "--objects"))) {
            return false;
        }
        new RestoreDrill(settings, say)
                .run(named(given, "--data"), named(given, "--keys"), named(given, "--objects"))
                .forEach(say);
        try (Ground ground = Ground.of(settings)) {
            new Backups(ground.owner(), InstantSource.system()).drilled();
        }
        say.accept("The drill passed, and is entered with its date.");
        return true;
    }

    private boolean releaseOrphans() throws SQLException {
        try (Ground ground = Ground.of(settings)) {
            new Restore(ground.owner()).releaseOrphans();
        }
        say.accept("Objects without a row are swept again once they are older than orphans.grace.");
        return true;
    }

    private boolean load(Path file) throws IOException, SQLException {
        try (Ground ground = Ground.of(settings)) {
            if (!ground.isRunning()) {
                throw new StartRefused("The archive does not run: start it, then load.");
            }
            new StatisticsLoad(ground.owner(), say).run(file);
        }
        return true;
    }

    private boolean examine() throws SQLException {
        try (Ground ground = Ground.of(settings)) {
            if (!ground.isRunning()) {
                throw new StartRefused("The archive does not run: start it, then ask again.");
            }
            Doctor.ask(ground.owner()).forEach(say);
        }
        Machine.report().forEach(say);
        return true;
    }
}
