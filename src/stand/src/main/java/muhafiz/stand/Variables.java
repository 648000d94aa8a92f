package muhafiz.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import muhafiz.stand.home.StartRefused;

/** Environment variables of the contract; a value may also be named by a file, as {@code NAME_FILE}. */
record Variables(Map<String, String> environment) {
    Variables {
        environment = Map.copyOf(environment);
    }

    Optional<String> find(String name) {
        Optional<String> value = Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
        Optional<String> file =
                Optional.ofNullable(environment.get(name + "_FILE")).filter(text -> !text.isBlank());
        if (value.isPresent() && file.isPresent()) {
            throw new StartRefused("Both " + name + " and " + name + "_FILE are set. Set one of them.");
        }
        return value.or(() -> file.map(path -> read(name, path)));
    }

    String require(String name, String because) {
        return find(name)
                .orElseThrow(() -> new StartRefused(name + " (or " + name + "_FILE) is not set, but " + because + "."));
    }

    Optional<Path> path(String name) {
        return find(name).map(text -> Path.of(text).toAbsolutePath().normalize());
    }

    int port(String name, int standard) {
        String text = find(name).orElse(Integer.toString(standard));
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 64535) {
            throw new StartRefused(name + " is a port from 1 to 64535 (the management port is 1000 above it).");
        }
        return Integer.parseInt(text);
    }

    private static String read(String name, String path) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException e) {
            throw new StartRefused("The file named by " + name + "_FILE cannot be read: " + path, e);
        }
    }

    @Override
    public String toString() {
        return "Variables" + environment.keySet();
    }
}
