package muhafiz.itest.stand;

import java.util.Objects;
import muhafiz.stand.StandSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one archive of this JVM to every test that asks for a {@link RunningArchive}. It starts for the first and
 * stops after the last; whoever kills a part, changes settings or looks into all of its files starts one of their own.
 */
public final class SharedArchive implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(SharedArchive.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningArchive.class;
    }

    /** For as long as the tests run: it has the use of both compilers. */
    private static RunningArchive longLived() {
        return RunningArchive.start("shared", StandSettings::withServerArguments);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(StoreScope.LAUNCHER_SESSION, HERE)
                .computeIfAbsent("archive", name -> longLived(), RunningArchive.class));
    }
}
