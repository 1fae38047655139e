package dev.postrider.auth.account;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** How people last saw themselves, a bounded number, used only while the database is away. Thread-safe. */
@ApplicationScoped
class LastSeenSelves {
    private static final Logger LOG = Logger.getLogger(LastSeenSelves.class);
    private static final int USERS_MAX = 10_000;

    private final Map<String, User> selves = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, User> eldest) {
            return size() > USERS_MAX;
        }
    };

    synchronized void keep(User self) {
        selves.put(self.id(), self);
    }

    /** @throws ProblemException 503 where nothing is known */
    synchronized User orFail(String id, Throwable away) {
        LOG.warnf("The database cannot be asked now: %s", away.toString());
        User known = selves.get(id);
        if (known == null) {
            throw ProblemException.of(ProblemCode.UNAVAILABLE);
        }
        return known;
    }
}
