package muhafiz.stand;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import muhafiz.stand.objects.S3Program;
import muhafiz.stand.schema.Database;

/** Reads the environment variables of the contract (API, "Start"). */
final class SettingsFromEnvironment {
    private static final int STANDARD_PORT = 8080;

    private final Variables variables;

    SettingsFromEnvironment(Map<String, String> environment) {
        this.variables = new Variables(environment);
    }

    StandSettings read(boolean runProfile, Consumer<String> progress) {
        Checkout checkout = Checkout.find();
        Path home = variables.path("MUHAFIZ_HOME").orElse(Path.of(System.getProperty("user.home"), ".muhafiz"));
        return new StandSettings(
                home,
                variables.path("MUHAFIZ_ROOTS").orElse(home.resolve("roots")),
                variables.path("MUHAFIZ_CONFIG").orElse(checkout.config()),
                checkout.server(),
                home.resolve("postgresql"),
                checkout.sandbox(),
                variables.find("MUHAFIZ_ADDRESS").orElse(StandSettings.LOOPBACK),
                variables.port("MUHAFIZ_PORT", STANDARD_PORT),
                runProfile,
                variables.find("MUHAFIZ_DEMO").filter("yes"::equals).isPresent(),
                database(),
                objects(),
                EnumSet.allOf(Part.class),
                List.of(),
                progress);
    }

    Optional<OutsideDatabase> database() {
        return variables.find("MUHAFIZ_DB_URL").map(url -> {
            String because = "MUHAFIZ_DB_URL is";
            Database app = new Database(
                    url,
                    variables.require("MUHAFIZ_DB_USER", because),
                    variables.require("MUHAFIZ_DB_PASSWORD", because));
            return new OutsideDatabase(
                    app,
                    variables
                            .find("MUHAFIZ_DB_OWNER")
                            .map(owner -> app.as(
                                    owner, variables.require("MUHAFIZ_DB_OWNER_PASSWORD", "MUHAFIZ_DB_OWNER is"))));
        });
    }

    private Optional<OutsideObjects> objects() {
        return variables
                .find("MUHAFIZ_S3_ENDPOINT")
                .map(endpoint -> new OutsideObjects(
                        URI.create(endpoint),
                        variables.find("MUHAFIZ_S3_REGION").orElse(S3Program.REGION),
                        variables.find("MUHAFIZ_S3_BUCKET").orElse(S3Program.BUCKET),
                        credential("MUHAFIZ_S3_ACCESS_KEY", "MUHAFIZ_S3_SECRET_KEY"),
                        variables
                                .find("MUHAFIZ_S3_DESTROY_ACCESS_KEY")
                                .map(id ->
                                        credential("MUHAFIZ_S3_DESTROY_ACCESS_KEY", "MUHAFIZ_S3_DESTROY_SECRET_KEY"))));
    }

    private OutsideObjects.Credential credential(String id, String secret) {
        String because = "MUHAFIZ_S3_ENDPOINT is";
        return new OutsideObjects.Credential(variables.require(id, because), variables.require(secret, because));
    }
}
