package muhafiz.api.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import muhafiz.api.body.LeftBody;
import muhafiz.api.problem.Problems;
import muhafiz.api.visit.Visit;
import muhafiz.service.start.Door;

/** The first whom a call meets, and the last: common headers, the door, bodies nobody read. */
public class Entrance extends HttpFilter {
    private static final long serialVersionUID = 1;

    static final Duration SOON = Duration.ofSeconds(5);

    private final transient Door door;
    private final transient LeftBody leftBody;

    @Inject
    Entrance(Door door, LeftBody leftBody) {
        this.door = door;
        this.leftBody = leftBody;
    }

    @Override
    protected void doFilter(HttpServletRequest http, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        Answers.head(http, answer);
        try {
            pass(http, answer, chain);
        } finally {
            Visit.of(http).end();
        }
        leftBody.end(http, answer);
    }

    private void pass(HttpServletRequest http, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (!door.isOpen()) {
            Answers.problem(http, answer, Problems.unavailable(door.reason(), SOON));
        } else {
            chain.doFilter(http, answer);
        }
    }
}
