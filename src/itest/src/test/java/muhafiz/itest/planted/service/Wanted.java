package muhafiz.itest.planted.service;

/** What a lower floor wants. */
public record Wanted(String word) {}
