package muhafiz.stand.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muhafiz.stand.home.Home;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.home.StartRefused;

/** Puts a physical backup in the place of a data folder that is not there yet. */
public final class RestoredFolder {
    private RestoredFolder() {}

    /**
     * Copies the backup and gives its superuser the password of this home; the first start recovers from the copied WAL.
     *
     * @throws StartRefused where the home has a database already, or this is no physical backup
     */
    public static void put(Path backup, Path homeFolder, Path programs) throws IOException {
        if (!Files.exists(backup.resolve("backup_label")) || !Files.exists(backup.resolve("PG_VERSION"))) {
            throw new StartRefused(backup + " is no physical backup: it has no backup_label.");
        }
        try (Home home = Home.open(homeFolder)) {
            Path data = home.folder("postgresql").resolve("data");
            if (Files.exists(data)) {
                throw new StartRefused(data + " is there already. Restore into another MUHAFIZ_HOME.");
            }
            Path fresh = data.resolveSibling("data.new");
            PrivateFiles.remove(fresh);
            PrivateFiles.copy(backup, fresh);
            setPassword(fresh, home, PostgresFiles.unpackedBelow(programs));
            Files.move(fresh, data);
            PrivateFiles.sync(PrivateFiles.parentOf(data));
        }
    }

    /** In single-user mode nobody is asked who they are. */
    private static void setPassword(Path data, Home home, Path program) throws IOException {
        List<String> command = new ArrayList<>(DataFolder.asOrdinaryUser());
        command.addAll(List.of(
                program.resolve("bin/postgres").toString(),
                "--single",
                "-D",
                data.toString(),
                "-c",
                "log_min_messages=panic",
                DataFolder.SUPERUSER));
        Path output = home.folder("log").resolve("postgresql.log");
        Process postgres = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        PrivateFiles.log(output).toFile()))
                .start();
        try (var statements = postgres.outputWriter()) {
            statements.write("alter role " + DataFolder.SUPERUSER + " password '"
                    + home.secrets().value("db-superuser-password") + "'\n");
        }
        try {
            if (postgres.waitFor() != 0) {
                throw new StartRefused("The backup could not be recovered; PostgreSQL's words are in " + output + ".");
            }
        } catch (InterruptedException e) {
            postgres.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while the backup was being recovered.", e);
        }
    }
}
