package dev.postrider.auth.password;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.password.SignInResource.Registered;
import dev.postrider.auth.session.SignInAnswer;
import dev.postrider.auth.token.SessionCookies;
import dev.postrider.base.identity.CookieNames;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Whether one may come in, and what one carries after. Locations are relative: our host is not the public one. */
@ApplicationScoped
class Doors {
    private final SessionCookies cookies;
    private final CookieNames names;
    private final AuthConfig config;

    Doors(SessionCookies cookies, CookieNames names, AuthConfig config) {
        this.cookies = cookies;
        this.names = names;
        this.config = config;
    }

    void checkOpen() {
        if (config.registration() == AuthConfig.Registration.closed) {
            throw ProblemException.of(ProblemCode.REGISTRATION_CLOSED);
        }
    }

    RestResponse<Registered> registered(Entrance entrance) {
        Registered user = new Registered(entrance.in().user());
        RestResponse.ResponseBuilder<Registered> created =
                RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, user);
        return withCookies(
                created.header("Location", "/api/users/" + user.user().id()), entrance);
    }

    RestResponse<SignInAnswer> withCookies(Entrance entrance) {
        return withCookies(RestResponse.ResponseBuilder.ok(SignInAnswer.withCookies(entrance.in())), entrance);
    }

    /** 204 to somebody who has set a new password in a browser that goes on being known. */
    RestResponse<Void> known(String by) {
        RestResponse.ResponseBuilder<Void> answer = RestResponse.ResponseBuilder.noContent();
        return answer.header("Set-Cookie", cookies.device(by, KnownBrowsers.LIFE))
                .build();
    }

    /** The same to whoever has set it, a browser or a program, which gets no cookies. */
    RestResponse<Void> changed(String by, HttpServerRequest request) {
        return request.getCookie(names.access()) == null ? RestResponse.noContent() : known(by);
    }

    /** 204 that takes the session's cookies away. */
    RestResponse<Void> left() {
        return cookies.clearing();
    }

    /** By what a browser says to be known. */
    @Nullable
    String cookie(HttpServerRequest request) {
        Cookie said = request.getCookie(names.device());
        return said == null ? null : said.getValue();
    }

    private <T> RestResponse<T> withCookies(RestResponse.ResponseBuilder<T> answer, Entrance entrance) {
        cookies.set(entrance.in().accessToken(), entrance.in().refreshToken())
                .forEach(one -> answer.header("Set-Cookie", one));
        return answer.header("Set-Cookie", cookies.device(entrance.known(), KnownBrowsers.LIFE))
                .build();
    }
}
