package dev.postrider.auth.password;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.password.SignInResource.Registered;
import dev.postrider.auth.session.SignInAnswer;
import dev.postrider.auth.session.SignedIn;
import dev.postrider.auth.token.SessionCookies;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether one may come in, and what one carries after. Locations are relative: our host is not the public one. */
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
        RestResponse.ResponseBuilder<Registered> created =
                RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, new Registered(in.user()));
        return withCookies(created.header("Location", "/api/users/" + in.user().id()), in);
    }

    RestResponse<SignInAnswer> withCookies(SignedIn in) {
        return withCookies(RestResponse.ResponseBuilder.ok(SignInAnswer.withCookies(in)), in);
    }

    private <T> RestResponse<T> withCookies(RestResponse.ResponseBuilder<T> answer, SignedIn in) {
        cookies.set(in.accessToken(), in.refreshToken()).forEach(one -> answer.header("Set-Cookie", one));
        return answer.build();
    }
}
