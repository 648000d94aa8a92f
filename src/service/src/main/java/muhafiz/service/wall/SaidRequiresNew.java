package muhafiz.service.wall;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;

/** Right within the platform's interceptor for {@code REQUIRES_NEW}: the transaction has begun, and nothing has been asked in it. */
@Interceptor
@Transactional(Transactional.TxType.REQUIRES_NEW)
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 201)
class SaidRequiresNew implements Serializable {
    private static final long serialVersionUID = 1;

    private final transient Wall wall;

    @Inject
    SaidRequiresNew(Wall wall) {
        this.wall = wall;
    }

    @AroundInvoke
    Object begin(InvocationContext call) throws Exception {
        wall.begin();
        return call.proceed();
    }
}
