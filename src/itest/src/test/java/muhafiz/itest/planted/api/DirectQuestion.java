package muhafiz.itest.planted.api;

import jakarta.persistence.EntityManager;

/** Asks the database past the service. */
class DirectQuestion {
    void ask(EntityManager database) {
        database.clear();
    }
}
