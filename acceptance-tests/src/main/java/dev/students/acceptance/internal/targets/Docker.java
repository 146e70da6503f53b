package dev.students.acceptance.internal.targets;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.console.Step;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** The Docker engine that Testcontainers finds. */
final class Docker {

  private final DockerClient client;

  private Docker(DockerClient client) {
    this.client = client;
  }

  /**
   * Connects to Docker; the first call in a JVM also starts the helper of Testcontainers.
   *
   * @throws TargetException if Docker does not respond or cannot be used
   */
  static Docker connect(Progress progress) {
    try (Step step = progress.step("Connecting to Docker")) {
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        throw new TargetException(
            "The target localstack needs Docker, which does not respond. Start Docker (docker info"
                + " must succeed), or use --target embedded, which needs none, or --target endpoint"
                + " with an emulator that runs elsewhere. Nothing was written.");
      }
      step.done();
      return new Docker(DockerClientFactory.lazyClient());
    } catch (ContainerFetchException e) {
      throw new TargetException(
          "Docker answers, but there is no image here of Testcontainers' helper, which removes"
              + " containers after a kill, and it could not be pulled. Disable"
              + " it with TESTCONTAINERS_RYUK_DISABLED=true, and use --clean-up after a kill."
              + " Nothing was written.",
          e);
    }
  }

  /**
   * Returns an image by name and tag, and pulls it if necessary, once and without the two-minute
   * limit of Testcontainers, which is too short for an image of a gigabyte and too long for a
   * nonexistent tag.
   *
   * @throws TargetException if it cannot be pulled
   */
  DockerImageName image(String name, Progress progress) {
    DockerImageName image = ImageNameSubstitutor.instance().apply(DockerImageName.parse(name));
    if (!isHere(image)) {
      pull(image, progress);
    }
    return image;
  }

  /** Removes all containers with a label, running or not. */
  void removeContainers(String label, String value, Progress progress) {
    for (Container container :
        client.listContainersCmd().withShowAll(true).withLabelFilter(Map.of(label, value)).exec()) {
      progress.say("Removing the container " + container.getId().substring(0, 12));
      client.removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true).exec();
    }
  }

  private boolean isHere(DockerImageName image) {
    try {
      client.inspectImageCmd(image.asCanonicalNameString()).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private void pull(DockerImageName image, Progress progress) {
    try (Step step = progress.step("Pulling " + image)) {
      client
          .pullImageCmd(image.getUnversionedPart())
          .withTag(image.getVersionPart())
          .exec(new PullImageResultCallback())
          .awaitCompletion();
      step.done();
    } catch (DockerException | DockerClientException e) {
      throw new TargetException(
          "There is no image "
              + image
              + " here, and it could not be pulled ("
              + String.valueOf(e.getMessage()).strip()
              + "). Check --localstack-image and --localstack-tag, and that this machine reaches"
              + " the registry. Nothing was written.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("Pulling " + image + " was interrupted.", e);
    }
  }
}
