package dev.postrider.stack;

import dev.postrider.stack.part.Folders;
import dev.postrider.stack.run.RunningSettings;
import dev.postrider.stack.screen.Style;
import dev.postrider.stack.secret.Secrets;
import dev.postrider.stack.settings.Setting;
import dev.postrider.stack.settings.SettingsException;
import dev.postrider.stack.settings.StackSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks auth-service for a new signing key; tokens of the old one stay good to their end. */
final class RotateKeys {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private RotateKeys() {}

    static int run(Arguments arguments, PrintStream out, Style style) {
        StackSettings asked = StackSettings.load(arguments.home(), arguments.settings(), arguments.flags());
        Folders folders = Folders.of(asked);
        StackSettings settings =
                RunningSettings.load(arguments.home(), folders.run()).orElse(asked);
        URI target = URI.create(
                "http://127.0.0.1:%d/q/keys/rotate".formatted(settings.number(Setting.AUTH_MANAGEMENT_PORT)));
        HttpResponse<String> answer = post(target, new Secrets(folders.secrets()).serviceKey());
        if (answer.statusCode() != 200) {
            throw new SettingsException(
                    "auth-service refused with %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        out.println("  " + style.good("✓") + " " + answer.body());
        return 0;
    }

    private static HttpResponse<String> post(URI target, String serviceKey) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(target)
                    .timeout(LIMIT)
                    .header("Postrider-Service-Key", serviceKey)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            throw new SettingsException("auth-service does not answer; is Postrider running? See ./dev status.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted");
        }
    }
}
