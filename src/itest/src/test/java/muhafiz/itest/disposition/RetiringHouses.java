package muhafiz.itest.disposition;

import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one such archive to every test that asks for it; whoever changes or kills it, mends it again. */
final class RetiringHouses implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(RetiringHouses.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RetiringHouse.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(StoreScope.LAUNCHER_SESSION, HERE)
                .computeIfAbsent("retiring", name -> RetiringHouse.start(), RetiringHouse.class));
    }
}
