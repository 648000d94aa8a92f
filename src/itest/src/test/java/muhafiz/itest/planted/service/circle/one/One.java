package muhafiz.itest.planted.service.circle.one;

import muhafiz.itest.planted.service.circle.two.Two;

/** Needs what needs it. */
public record One(String word) {
    String other() {
        return new Two(this).toString();
    }
}
