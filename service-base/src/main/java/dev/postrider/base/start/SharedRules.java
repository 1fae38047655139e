package dev.postrider.base.start;

import dev.postrider.base.SharedConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What must hold in every service of an installation of production. */
@ApplicationScoped
public class SharedRules implements StartRules {
    private static final String DATABASE = "quarkus.datasource.";

    private final SharedConfig shared;
    private final Config all;

    SharedRules(SharedConfig shared, Config all) {
        this.shared = shared;
        this.all = all;
    }

    @Override
    public List<Unsafe> broken() {
        Findings findings = new Findings()
                .secret("postrider.service-key", shared.serviceKey())
                .origins("postrider.public-origins", shared.publicOrigins());
        return hasDatabase() ? database(findings).all() : findings.all();
    }

    private boolean hasDatabase() {
        return text("reactive.url").isPresent();
    }

    private Findings database(Findings findings) {
        return findings.password(DATABASE + "password", text("username"), text("password"));
    }

    private Optional<String> text(String name) {
        return all.getOptionalValue(DATABASE + name, String.class);
    }
}
