package dev.postrider.auth.password;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.password.SignInResource.Registered;
import dev.postrider.auth.session.SignInAnswer;
import dev.postrider.auth.session.SignedIn;
import dev.postrider.auth.token.SessionCookies;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether one may come in at all, and what one carries after. */
@ApplicationScoped
class Doors {
    private final SessionCookies cookies;
    private final AuthConfig config;

    Doors(SessionCookies cookies, AuthConfig config) {
        this.cookies = cookies;
        this.config = config;
    }

    void checkOpen() {
        if (config.registration() == AuthConfig.Registration.closed) {
            throw ProblemException.of(ProblemCode.REGISTRATION_CLOSED);
        }
    }

    RestResponse<Registered> registered(SignedIn in) {
        URI location = URI.create("/api/users/" + in.user().id());
        return withCookies(
                RestResponse.ResponseBuilder.<Registered>created(location).entity(new Registered(in.user())), in);
    }

    RestResponse<SignInAnswer> withCookies(SignedIn in) {
        return withCookies(RestResponse.ResponseBuilder.ok(SignInAnswer.withCookies(in)), in);
    }

    private <T> RestResponse<T> withCookies(RestResponse.ResponseBuilder<T> answer, SignedIn in) {
        cookies.set(in.accessToken(), in.refreshToken()).forEach(one -> answer.header("Set-Cookie", one));
        return answer.build();
    }
}
