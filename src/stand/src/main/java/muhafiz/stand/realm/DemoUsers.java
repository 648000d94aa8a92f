package muhafiz.stand.realm;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import muhafiz.stand.home.Home;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.home.Secrets;

/** Writes {@code credentials.properties} and the realm's files once; later starts leave both as they are. */
public final class DemoUsers {
    private final Home home;

    public DemoUsers(Home home) {
        this.home = home;
    }

    public Path file() {
        return home.path("credentials.properties");
    }

    public boolean exist() {
        return Files.exists(file());
    }

    /** Creates whoever is missing. */
    public void ensure() {
        try {
            if (!exist()) {
                PrivateFiles.write(file(), generated());
            }
            Realm realm = new Realm(home.folder("realm"));
            Properties passwords = passwords();
            for (DemoUser user : DemoUser.ALL) {
                realm.ensure(user.name(), passwords.getProperty(user.name()), user.roles());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String generated() {
        return DemoUser.ALL.stream()
                .map(user -> user.name() + "=" + Secrets.generated())
                .collect(Collectors.joining(
                        "\n", "# Demo users of this archive and their generated passwords.\n", "\n"));
    }

    /** User name to password; empty where there are no demo users. */
    public Properties passwords() {
        Properties passwords = new Properties();
        if (exist()) {
            try (Reader reader = Files.newBufferedReader(file(), StandardCharsets.UTF_8)) {
                passwords.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return passwords;
    }
}
