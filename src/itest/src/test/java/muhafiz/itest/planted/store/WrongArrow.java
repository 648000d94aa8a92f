package muhafiz.itest.planted.store;

import muhafiz.itest.planted.service.Wanted;

/** The store calls the service: an arrow upward. */
class WrongArrow {
    String ask(Wanted wanted) {
        return wanted.word();
    }
}
