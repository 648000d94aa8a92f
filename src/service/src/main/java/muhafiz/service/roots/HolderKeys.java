package muhafiz.service.roots;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.crypto.keys.Pkcs11Settings;
import muhafiz.crypto.keys.VaultSettings;
import muhafiz.service.config.Settings;

/** The keys of archive.properties that speak of one holder: {@code roots.<which>} and {@code roots.<which>.…}. */
final class HolderKeys {
    private static final Map<String, Set<String>> OF_KIND = Map.of(
            "", Set.of(),
            "bcfks", Set.of("folder"),
            "pkcs11", Set.of("library", "slot", "pin-file"),
            "vault", Set.of("address", "mount", "namespace", "token-file", "ca-file"));

    private final Settings settings;
    private final String key;

    /** @param which {@code main}, {@code mirror-1} or {@code mirror-2} */
    HolderKeys(Settings settings, String which) {
        this.settings = settings;
        this.key = "roots." + which;
    }

    /** Empty where there is no such holder. */
    Optional<HolderSettings> holder() {
        String kind = settings.archive().text(key);
        if (!OF_KIND.containsKey(kind)) {
            throw new IllegalArgumentException(key + " must be bcfks, pkcs11, vault or empty, was " + kind);
        }
        checkNothingOfOthers(kind);
        return switch (kind) {
            case "" -> Optional.empty();
            case "bcfks" -> named(new Place.Folder(folder()));
            case "pkcs11" -> named(token());
            default -> named(vault());
        };
    }

    private Optional<HolderSettings> named(Place place) {
        return Optional.of(new HolderSettings(required("name"), place));
    }

    /** The main holder's folder is known to whoever starts the server. */
    private Path folder() {
        return maybe("folder")
                .map(Path::of)
                .orElseGet(() -> key.equals("roots.main") ? settings.rootsFolder() : Path.of(required("folder")));
    }

    private Place token() {
        return new Place.Token(
                new Pkcs11Settings(Path.of(required("library")), slot(), archive()), Path.of(required("pin-file")));
    }

    private Place vault() {
        VaultSettings vault = new VaultSettings(
                URI.create(required("address")),
                maybe("mount").orElse("transit"),
                maybe("namespace"),
                archive(),
                settings.archive().span("roots.patience"));
        return new Place.Vault(
                vault, Path.of(required("token-file")), maybe("ca-file").map(Path::of));
    }

    private long slot() {
        String slot = required("slot");
        if (!slot.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(key + ".slot must be a number, was " + slot);
        }
        return Long.parseLong(slot);
    }

    private String archive() {
        return settings.archive().text("roots.archive");
    }

    private void checkNothingOfOthers(String kind) {
        Set<String> others = new TreeSet<>();
        OF_KIND.values().forEach(others::addAll);
        others.removeAll(OF_KIND.getOrDefault(kind, Set.of()));
        others.removeIf(name -> maybe(name).isEmpty());
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(key + " is " + (kind.isEmpty() ? "empty" : kind) + " and takes no "
                    + String.join(", ", others) + "; it takes " + new TreeSet<>(OF_KIND.getOrDefault(kind, Set.of())));
        }
    }

    private Optional<String> maybe(String name) {
        return Optional.of(settings.archive().text(key + "." + name)).filter(value -> !value.isEmpty());
    }

    private String required(String name) {
        return maybe(name).orElseThrow(() -> new IllegalArgumentException(key + "." + name + " is needed, was empty"));
    }
}
