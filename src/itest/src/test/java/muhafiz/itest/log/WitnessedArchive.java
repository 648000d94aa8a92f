package muhafiz.itest.log;

import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one archive with a witness to every test that asks for it; whoever changes it, changes it back. */
final class WitnessedArchive implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(WitnessedArchive.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Witnessed.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(StoreScope.LAUNCHER_SESSION, HERE)
                .computeIfAbsent("witnessed", name -> Witnessed.start("witnessed"), Witnessed.class));
    }
}
