package muhafiz.stand.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import muhafiz.stand.home.Home;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.home.StartRefused;

/** The server's base folder below {@code MUHAFIZ_HOME}, made anew from the provisioned server at each start. */
public final class ServerFolder {
    /** Written by {@code ear} as its last step: a server without it is half made. */
    static final String COMPLETE = ".complete";

    private static final String BUILD = "Build it with ./mvnw package (or run ./mvnw -Prun).";

    private ServerFolder() {}

    /** @throws StartRefused when the build has not made the server, or not finished it */
    public static void requireBuilt(Path provisioned) {
        if (!Files.exists(provisioned.resolve("jboss-modules.jar"))) {
            throw new StartRefused("There is no server in " + provisioned + ". " + BUILD);
        }
        if (!Files.exists(provisioned.resolve(COMPLETE))) {
            throw new StartRefused("The server in " + provisioned + " is half made. " + BUILD);
        }
        if (!Files.exists(provisioned.resolve("standalone/deployments/muhafiz.ear"))) {
            throw new StartRefused("The archive's EAR is not in " + provisioned + ". " + BUILD);
        }
    }

    static void fresh(Home home, Path provisioned) {
        try {
            Path base = home.path("server");
            PrivateFiles.remove(base);
            PrivateFiles.copy(provisioned.resolve("standalone"), base);
            PrivateFiles.folder(base.resolve("tmp"));
        } catch (IOException e) {
            throw new StartRefused(
                    "The server's folder below " + home.root() + " cannot be made: " + e.getMessage(), e);
        }
    }
}
