package muhafiz.itest.inside;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * Starts database and objects before Arquillian reads where they are; register it before Arquillian's own extension.
 * Inside the server, where the same class is run once more, it does nothing.
 */
final class PartsFirst implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        if (System.getProperty("jboss.server.base.dir") == null) {
            context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(PartsFirst.class))
                    .computeIfAbsent("parts", name -> ManagedServer.prepare(), ManagedServer.class);
        }
    }
}
