package dev.postrider.stack;

import dev.postrider.stack.part.Folders;
import dev.postrider.stack.run.RunningSettings;
import dev.postrider.stack.secret.Secrets;
import dev.postrider.stack.settings.Setting;
import dev.postrider.stack.settings.SettingsException;
import dev.postrider.stack.settings.StackSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A call to the management port of a running service, with the service key. */
record ManagementCall(String service, URI target, String serviceKey) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    static ManagementCall to(String service, Setting port, String path, Arguments arguments) {
        StackSettings asked = StackSettings.load(arguments.home(), arguments.settings(), arguments.flags());
        Folders folders = Folders.of(asked);
        StackSettings settings =
                RunningSettings.load(arguments.home(), folders.run()).orElse(asked);
        URI target = URI.create("http://127.0.0.1:%d%s".formatted(settings.number(port), path));
        return new ManagementCall(service, target, new Secrets(folders.secrets()).serviceKey());
    }

    /** @throws SettingsException where it refuses or does not answer */
    String post() {
        return send("POST");
    }

    /** @throws SettingsException where it refuses or does not answer */
    String get() {
        return send("GET");
    }

    private String send(String method) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(target)
                    .timeout(LIMIT)
                    .header("Postrider-Service-Key", serviceKey)
                    .method(method, BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new SettingsException(
                        "%s refused with %d: %s".formatted(service, answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException away) {
            throw new SettingsException(service + " does not answer; is Postrider running? See ./dev status.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted");
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return service + " at " + target;
    }
}
