package muhafiz.stand;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.home.StartRefused;

/** Tries a restore aside: parts of its own, the archive's own roots, which are asked to open and for nothing else. */
final class RestoreDrill {
    private static final String DONE = "the restore drill is done";
    private static final Pattern SAMPLE = Pattern.compile("sample: ([0-9]+) of ([0-9]+) opened.*");

    private final StandSettings settings;
    private final Consumer<String> say;

    RestoreDrill(StandSettings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
    }

    /**
     * @return the lines of the examination
     * @throws StartRefused where something could not be brought back or opened
     */
    List<String> run(Path data, Path keys, Path objects) throws IOException, SQLException {
        Path folder = settings.home().resolve("drill");
        PrivateFiles.remove(folder);
        try {
            StandSettings aside = settings.drillIn(folder);
            new OperatorCommands(aside, say)
                    .bringBack(Map.of("--data", data, "--keys", keys, "--objects", objects), false);
            examine(aside);
            return require(report(aside));
        } finally {
            PrivateFiles.remove(folder);
        }
    }

    /** The server examines at its start and then stays shut; any other reason is a failure. */
    private static void examine(StandSettings aside) {
        try {
            Stand.start(aside).close();
        } catch (StartRefused ended) {
            if (String.valueOf(ended.getMessage()).contains(DONE)) {
                return;
            }
            throw ended;
        }
        throw new StartRefused("The drill's server opened its door instead of ending.");
    }

    private static List<String> report(StandSettings aside) throws SQLException {
        try (Stand stand = Stand.start(aside.withParts(Part.DATABASE));
                Connection connection = stand.ownerDatabase().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select body from archive.report where kind = 'doctor' order by made_at desc limit 1")) {
            if (!row.next()) {
                throw new StartRefused("The drill's server left no report.");
            }
            return row.getString(1).lines().toList();
        }
    }

    private static List<String> require(List<String> report) {
        boolean whole = report.stream()
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .anyMatch(found -> found.group(1).equals(found.group(2)));
        if (!whole || report.stream().noneMatch(line -> line.contains("lost: 0)"))) {
            throw new StartRefused("The drill failed:\n" + String.join("\n", report));
        }
        return report;
    }
}
