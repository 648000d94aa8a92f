package muhafiz.itest.planted.service.circle.two;

import muhafiz.itest.planted.service.circle.one.One;

/** Needs what needs it. */
public record Two(One one) {}
