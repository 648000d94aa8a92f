package muhafiz.itest.arrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One module: the rooms it may use and the packages of the libraries it may hold (src/README.md, "Rooms and arrows"). */
enum Room {
    DOMAIN("src/domain", List.of("jakarta.persistence", "jakarta.validation", "org.snakeyaml.engine")),
    // A root holder behind HTTP answers in JSON.
    CRYPTO("src/crypto", List.of("org.bouncycastle", "jakarta.json")),
    PROOF("src/proof", List.of("org.bouncycastle", "jakarta.json")),
    INSPECT("src/inspect", List.of()),
    // The witness is a small HTTP server of its own.
    VERIFY("src/verify", List.of("jakarta.json", "com.sun.net.httpserver"), PROOF),
    // It writes PDF; that it reads none is a ban. An act speaks JSON.
    PAPER("src/paper", List.of("org.apache.pdfbox", "jakarta.json"), DOMAIN, PROOF),
    SANDBOX(
            "src/sandbox",
            // Tika's Microsoft parser speaks of POI's types, PDFBox of FontBox's; who turned a photo is told by Tika's
            // metadata-extractor.
            List.of(
                    "org.apache.tika",
                    "org.apache.pdfbox",
                    "org.apache.fontbox",
                    "org.apache.poi",
                    "com.drew",
                    "eu.europa.esig"),
            INSPECT),
    // The SDK's HTTP client is its own interface's type.
    STORE("src/store", List.of("io.minio", "okhttp3", "okio"), CRYPTO),
    SERVICE(
            "src/service",
            List.of(
                    "jakarta",
                    "org.eclipse.microprofile.health",
                    "io.micrometer.core",
                    "org.wildfly.security",
                    "org.apache.james.mime4j",
                    "net.lingala.zip4j",
                    // Bags of imports.
                    "org.apache.commons.compress",
                    "org.apache.commons.csv",
                    "org.eclipse.angus.mail",
                    "com.github.kagkarlsson.scheduler"),
            DOMAIN,
            CRYPTO,
            PROOF,
            INSPECT,
            PAPER,
            STORE),
    API(
            "src/api",
            // One class speaks to the server's own connections; the contract is published as YAML and as JSON.
            List.of(
                    "jakarta",
                    "org.eclipse.microprofile.openapi",
                    "org.apache.commons.fileupload2",
                    "io.undertow",
                    "org.snakeyaml.engine"),
            SERVICE,
            DOMAIN),
    STAND(
            "src/stand",
            // S3Proxy's own interface speaks the AWS SDK's types; the archive of zonky's PostgreSQL is a .txz.
            List.of(
                    "org.gaul.s3proxy",
                    "software.amazon.awssdk",
                    "org.flywaydb",
                    "org.postgresql",
                    "org.apache.commons.compress",
                    "org.wildfly.security",
                    // The JDK's own HTTP server, for the time-stamp authority.
                    "com.sun.net.httpserver"),
            PROOF,
            STORE);

    /** What the JDK brings, and the null contracts that every room has. */
    static final List<String> PLATFORM = List.of(
            "java",
            "javax.crypto",
            "javax.imageio",
            "javax.naming",
            "javax.net",
            "javax.security",
            "javax.sql",
            "javax.xml",
            "org.xml.sax",
            "org.w3c.dom",
            "org.jspecify.annotations");

    private final String folder;
    private final List<String> libraries;
    private final Set<Room> mayUse;

    Room(String folder, List<String> libraries, Room... mayUse) {
        this.folder = folder;
        this.libraries = libraries;
        this.mayUse = Set.of(mayUse);
    }

    /** The noun that stands in the table and in package names. */
    String noun() {
        return name().toLowerCase(Locale.ROOT);
    }

    Set<Room> mayUse() {
        return mayUse;
    }

    List<String> libraries() {
        return libraries;
    }

    /** The room's compiled classes. */
    Path classes(Path checkout) {
        return checkout.resolve(folder).resolve("target/classes");
    }
}
