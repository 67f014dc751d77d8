/** Sends bytes to the link of an upload. `fetch` can't say how far it is; XMLHttpRequest can. */

/** The id of the file that has arrived, or what was said against it. */
export type Sent = { arrived: string } | { refused: string };

export interface Sending {
  done: Promise<Sent>;
  stop: () => void;
}

/** `onProgress` gets a share, 0 to 1. `done` rejects when the connection broke or the sending was stopped. */
export function sendFile(url: string, file: Blob, locale: string, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<Sent>((resolve, reject) => {
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => resolve(request.status === 201 ? arrived(request) : refused(request)));
    for (const broken of ['error', 'abort', 'timeout']) {
      request.addEventListener(broken, () => reject(new Error(`the upload ended with ${broken}`)));
    }
  });
  request.open('PUT', url);
  request.setRequestHeader('accept-language', locale);
  if (file.type !== '') request.setRequestHeader('content-type', file.type);
  request.send(file);
  return { done, stop: () => request.abort() };
}

function arrived({ responseText }: XMLHttpRequest): Sent {
  return { arrived: (JSON.parse(responseText) as { id: string }).id };
}

function refused({ responseText }: XMLHttpRequest): Sent {
  try {
    return { refused: (JSON.parse(responseText) as { error: { message: string } }).error.message };
  } catch {
    return { refused: '' };
  }
}
