package muhafiz.service.checkpoint;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.service.config.Settings;

/**
 * A witness as the operator names it.
 *
 * @param address its prefix, to which {@code /add-checkpoint} is added
 * @param key its cosignatures are checked with
 */
record WitnessSettings(URI address, VerifierKey key) {
    WitnessSettings {
        if (key.kind() != VerifierKey.Kind.COSIGNATURE) {
            throw new IllegalArgumentException("log.witness.vkey is a key of cosignatures (type 0x04)");
        }
        if (address.getHost() == null || !address.getScheme().matches("https?")) {
            throw new IllegalArgumentException("log.witness.url is an http or https address");
        }
    }

    /** All that are configured: as many addresses as keys, in the same order. */
    static List<WitnessSettings> of(Settings settings) {
        List<String> addresses = words(settings.archive().text("log.witness.url"));
        List<String> keys = words(settings.archive().text("log.witness.vkey"));
        if (addresses.size() != keys.size()) {
            throw new IllegalArgumentException("log.witness.url and log.witness.vkey name differently many witnesses");
        }
        List<WitnessSettings> all = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get(i).replaceAll("/+$", "");
            all.add(new WitnessSettings(URI.create(address), VerifierKey.parse(keys.get(i))));
        }
        return List.copyOf(all);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.trim().split("\\s+"));
    }
}
