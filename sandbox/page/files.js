// Sending a picture or a file from this computer.

const PICTURES = ["image/png", "image/jpeg"];

export async function sendFile(phone, file) {
  const wish = { name: file.name, mime_type: file.type || "application/octet-stream", content_base64: await base64(file) };
  return phone.do(PICTURES.includes(file.type) ? "photo" : "file", wish);
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
